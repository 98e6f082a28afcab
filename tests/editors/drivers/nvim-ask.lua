-- Loads the documented configuration, opens FILE, runs the code lens of the dialogue, answers "Yes" to the questions in
-- YES (one on a line) and "No" to others, chooses START at the end, undoes and redoes, saves, and writes all to OUT.
local wait = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "wait.lua")

local function contains(list, wanted)
  for index, item in ipairs(list) do
    if item == wanted then return index end
  end
end

local seen = { asked = {}, offered = {}, told = {} }
local yes = vim.split(os.getenv("YES"), "\n")

-- What a person would choose from a message's actions.
local function choose(message, titles)
  seen.asked[#seen.asked + 1] = message
  seen.offered[#seen.offered + 1] = titles
  for _, line in ipairs(vim.split(message, "\n")) do
    if contains(yes, line) then return contains(titles, "Yes") end
  end
  return contains(titles, "No") or contains(titles, os.getenv("START")) or contains(titles, "Add them")
end

-- Neovim 0.7 to 0.9 asks with inputlist, newer versions with vim.ui.select.
vim.fn.inputlist = function(lines)
  local titles = {}
  for index = 3, #lines do titles[#titles + 1] = lines[index]:gsub("^%d+%. ", "") end
  return choose(lines[1], titles)
end
vim.ui.select = function(items, options, on_choice)
  local titles = vim.tbl_map(function(item) return item.title end, items)
  local index = choose((options.prompt or ""):gsub(": $", ""), titles)
  on_choice(items[index], index)
end
local show = vim.lsp.handlers["window/showMessage"]
vim.lsp.handlers["window/showMessage"] = function(error, result, ...)
  seen.told[#seen.told + 1] = result.message
  return show(error, result, ...)
end

vim.cmd("luafile " .. os.getenv("SNIPPET"))
vim.cmd("edit " .. vim.fn.fnameescape(os.getenv("FILE")))
local buffer = vim.api.nvim_get_current_buf()
local function text() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") end

wait("a client", function() return #(vim.lsp.get_clients or vim.lsp.get_active_clients)() > 0 end)
wait("a lens", function()
  vim.lsp.codelens.refresh()
  vim.wait(200)
  return #vim.lsp.codelens.get(buffer) > 0
end)
seen.lens = vim.lsp.codelens.get(buffer)[1].command.title
vim.lsp.codelens.run()
wait("the end of the dialogue", function() return #seen.told > 0 end)

seen.written = text()
vim.cmd("buffer " .. buffer)
vim.cmd("undo")
seen.undone = text()
vim.cmd("redo")
vim.cmd("wall")

local out = io.open(os.getenv("OUT"), "w")
out:write(vim.json.encode(seen))
out:close()
vim.cmd("quitall!")
