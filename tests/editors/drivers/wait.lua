-- Returns a function that waits until a condition is true, and ends Neovim with an error after 15 s.
return function(what, condition)
  if not vim.wait(15000, condition, 20) then
    io.stderr:write("timed out waiting for " .. what .. "\n")
    vim.cmd("cquit")
  end
end
