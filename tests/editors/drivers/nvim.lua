-- Loads the snippet of the docs, opens FILE, types ADDED at its end, saves, and writes what it saw to OUT.
local function diagnostics()
  local seen = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    seen[#seen + 1] = { line = one.lnum, severity = one.severity, rule = one.code, message = one.message }
  end
  return seen
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    io.stderr:write("waited in vain for " .. what .. "\n")
    vim.cmd("cquit")
  end
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

local before = #seen.opened
vim.api.nvim_buf_set_lines(0, -1, -1, false, { os.getenv("ADDED") })
wait("other diagnostics", function() return #vim.diagnostic.get(0) > before end)
seen.edited = diagnostics()
vim.cmd("write")

local out = io.open(os.getenv("OUT"), "w")
out:write(vim.json.encode(seen))
out:close()
vim.cmd("quitall!")
