" Loads the documented configuration, opens $FILE, appends $ADDED, saves, and writes the results to $OUT.
set nocompatible hidden noswapfile nobackup
packadd! ale
let g:ale_lint_delay = 50
let g:ale_hover_to_preview = 1
filetype plugin on
runtime plugin/ale.vim
execute 'source' $SNIPPET

function! WaitFor(what, condition) abort
  let l:start = reltime()
  while !a:condition()
    if reltimefloat(reltime(l:start)) > 20
      call writefile(['timed out waiting for ' . a:what], $OUT)
      cquit!
    endif
    sleep 30m
  endwhile
endfunction

function! Seen() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))),
        \ {_, item -> {'line': item.lnum - 1, 'type': item.type, 'rule': get(item, 'code', ''), 'text': item.text}})
endfunction

function! Hover() abort
  for l:window in range(1, winnr('$'))
    if getbufvar(winbufnr(l:window), '&filetype') =~# 'ale-preview'
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

let s:seen = {}
execute 'edit' fnameescape($FILE)
ALELint
call WaitFor('diagnostics', {-> !empty(Seen())})
let s:seen.opened = Seen()

call cursor(1, 3)
ALEHover
call WaitFor('a hover', {-> !empty(Hover())})
let s:seen.hover = Hover()
pclose

call append('$', $ADDED)
ALELint
call WaitFor('other diagnostics', {-> len(Seen()) > len(s:seen.opened)})
let s:seen.edited = Seen()
write
call writefile([json_encode(s:seen)], $OUT)
qall!
