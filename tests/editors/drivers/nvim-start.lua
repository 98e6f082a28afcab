-- Loads the documented configuration, opens FILE, makes the action TITLE, undoes it, and writes the results to OUT.
local wait = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "wait.lua")

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n" end

vim.cmd("luafile " .. os.getenv("SNIPPET"))
vim.cmd("edit " .. vim.fn.fnameescape(os.getenv("FILE")))
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)

local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local whole = { start = { line = 0, character = 0 }, ["end"] = { line = 99, character = 0 } }
local asked = { textDocument = { uri = vim.uri_from_bufnr(0) }, range = whole, context = { diagnostics = {} } }
local before, seen = text(), {}
for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 5000)) do
  for _, action in ipairs(answer.result) do
    if action.title == os.getenv("TITLE") then
      vim.lsp.util.apply_workspace_edit(action.edit, clients()[1].offset_encoding)
      seen.started = text()
    end
  end
end
vim.cmd("undo")
seen.undone = text() == before

local out = io.open(os.getenv("OUT"), "w")
out:write(vim.json.encode(seen))
out:close()
vim.cmd("quitall!")
