-- Loads the documented configuration, opens FILE, a rule file, replaces line LINE by TEXT, and writes what is shown to OUT.
local wait = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "wait.lua")

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 5000)) do
    return answer.result
  end
end

vim.cmd("luafile " .. os.getenv("SNIPPET"))
vim.cmd("edit " .. vim.fn.fnameescape(os.getenv("FILE")))
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
local seen = { diagnostics = {} }
for _, found in ipairs(vim.diagnostic.get(0)) do
  seen.diagnostics[#seen.diagnostics + 1] = { line = found.lnum, severity = found.severity, rule = found.code, message = found.message }
end

local line, text = tonumber(os.getenv("LINE")), os.getenv("TEXT")
vim.api.nvim_buf_set_lines(0, line, line + 1, true, { text })
local place = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = line, character = #text } }
local suggested = ask("textDocument/completion", place)
seen.completed = vim.tbl_map(function(item) return item.label end, suggested.items or suggested)

local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
vim.lsp.util.apply_text_edits({ (suggested.items or suggested)[1].textEdit }, vim.api.nvim_get_current_buf(), clients()[1].offset_encoding)
wait("no diagnostics", function() return #vim.diagnostic.get(0) == 0 end)
seen.mended = vim.api.nvim_buf_get_lines(0, line, line + 1, true)[1]

local out = io.open(os.getenv("OUT"), "w")
out:write(vim.json.encode(seen))
out:close()
vim.cmd("quitall!")
