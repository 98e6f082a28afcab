-- Loads the documented configuration, opens FILE, appends ADDED, saves, and writes the results to OUT.
local function diagnostics()
  local seen = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    seen[#seen + 1] = { line = diagnostic.lnum, severity = diagnostic.severity, rule = diagnostic.code, message = diagnostic.message }
  end
  return seen
end

local wait = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "wait.lua")

local told = {}
local show = vim.lsp.handlers["window/showMessage"]
vim.lsp.handlers["window/showMessage"] = function(error, result, ...)
  told[#told + 1] = result.message
  return show(error, result, ...)
end

vim.cmd("luafile " .. os.getenv("SNIPPET"))
vim.cmd("edit " .. vim.fn.fnameescape(os.getenv("FILE")))
local seen = {}
wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
seen.opened = diagnostics()

local position = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = 0, character = 2 } }
for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/hover", position, 5000)) do
  seen.hover = answer.result.contents.value
end

-- Other features of the editor, by the functions of its keys and commands.
local buffer = vim.api.nvim_get_current_buf()
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local client = clients()[1]
local document = { textDocument = { uri = vim.uri_from_bufnr(0) } }

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 5000)) do
    return answer.result
  end
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") end

local whole = { start = { line = 0, character = 0 }, ["end"] = { line = 99, character = 0 } }
local asked = { textDocument = document.textDocument, range = whole, context = { diagnostics = {} } }
local unchanged = text()
for _, action in ipairs(ask("textDocument/codeAction", asked)) do
  if not seen.ignored and action.title:match("^Ignore .* on this line$") then
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    seen.ignored = text()
    vim.cmd("undo")
    seen.undone = text() == unchanged
  end
end
wait("the lines as they were", function() return #vim.diagnostic.get(0) == #seen.opened end)

vim.lsp.codelens.refresh()
wait("a lens", function() return #vim.lsp.codelens.get(buffer) > 0 end)
seen.lens = vim.lsp.codelens.get(buffer)[1].command.title
-- A page in a buffer, or a message in an old Neovim.
vim.lsp.codelens.run()
wait("an explanation", function() return #told > 0 or vim.api.nvim_get_current_buf() ~= buffer end)
seen.explained = #told > 0 and told[1] or text()
vim.cmd("buffer " .. buffer)

if vim.lsp.inlay_hint then -- since 0.10
  vim.lsp.inlay_hint.enable(true)
  wait("inlay hints", function() return #vim.lsp.inlay_hint.get({ bufnr = buffer }) > 0 end)
  seen.hints = vim.tbl_map(function(hint) return hint.inlay_hint.label end, vim.lsp.inlay_hint.get({ bufnr = buffer }))
end

seen.symbols = {}
for _, item in ipairs(vim.lsp.util.symbols_to_items(ask("textDocument/documentSymbol", document), buffer)) do
  seen.symbols[#seen.symbols + 1] = item.text
end

local matches = vim.lsp.util.text_document_completion_list_to_complete_items
  or function(answer) return vim.tbl_map(function(item) return { word = item.textEdit.newText } end, answer) end

-- What is suggested after a word on a new last line, which is removed again.
local function complete(word)
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { word })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), #word })
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local words = vim.tbl_map(function(item) return item.word end, matches(ask("textDocument/completion", place), word))
  vim.cmd("undo")
  return words
end

seen.completed = complete("fl")
vim.cmd("edit framesage.toml")
wait("a client", function() return #clients({ bufnr = 0, buffer = 0 }) > 0 end)
seen.settings = complete("fra")
vim.cmd("buffer " .. buffer)

local before = #seen.opened
vim.api.nvim_buf_set_lines(0, -1, -1, false, { os.getenv("ADDED") })
wait("other diagnostics", function() return #vim.diagnostic.get(0) > before end)
seen.edited = diagnostics()
vim.cmd("write")

local out = io.open(os.getenv("OUT"), "w")
out:write(vim.json.encode(seen))
out:close()
vim.cmd("quitall!")
