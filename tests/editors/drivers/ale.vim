" Loads the documented configuration, opens $FILE, appends $ADDED, saves, and writes the results to $OUT.
set nocompatible hidden noswapfile nobackup virtualedit=onemore
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

" Remember the code actions at the cursor, which :ALECodeAction lists in a menu.
let s:actions = v:null
function! Offered(data, items) abort
  let s:actions = [a:data, map(copy(a:items), {_, item -> item[1]})]
endfunction

function! Actions() abort
  let s:actions = v:null
  call ale#codefix#Execute(0, function('Offered'))
  call WaitFor('code actions', {-> s:actions isnot v:null})
  return s:actions
endfunction

function! Text() abort
  return join(getline(1, '$'), "\n")
endfunction

" Vim without a terminal has no Insert mode, in which ALE completes.
runtime autoload/ale/util.vim
function! ale#util#Mode(...) abort
  return 'i'
endfunction

" Return what ALE suggests for a word on a new last line, which is removed again.
function! Complete(word) abort
  call append('$', a:word)
  call cursor(line('$'), len(a:word) + 1)
  let s:found = v:null
  call ale#completion#GetCompletions('ale-callback', {'callback': {found -> execute('let s:found = found')}})
  call WaitFor('completion', {-> s:found isnot v:null})
  silent undo
  return map(copy(s:found), {_, item -> item.word})
endfunction

" Remember the messages of the server that ALE shows.
let s:told = []
function! ale#util#ShowMessage(string, ...) abort
  call add(s:told, a:string)
endfunction

" Run a command of the server's in the way in which ALE runs that of a code action.
function! Run(data, command) abort
  call ale#codefix#ApplyLSPCodeAction(a:data, {'command': a:command})
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

let s:unchanged = Text()
let [s:data, s:offered] = Actions()
let s:seen.offered = map(copy(s:offered), {_, action -> action.title})
let s:explain = filter(copy(s:offered), {_, action -> action.title =~# '^Explain '})[0]
call ale#codefix#ApplyLSPCodeAction(s:data, s:explain)
call WaitFor('the explanation', {-> !empty(s:told)})
let s:seen.explained = remove(s:told, 0)

" ALE ignores questions; the second start says what to do instead, and a hover is shown as before.
let s:ask = {'command': 'framesage.ask', 'arguments': s:explain.command.arguments[:0]}
call Run(s:data, s:ask)
call Run(s:data, s:ask)
call WaitFor('what to do instead', {-> !empty(s:told)})
let s:seen.asked = s:told
call cursor(1, 3)
ALEHover
call WaitFor('a hover during the dialogue', {-> !empty(Hover())})
pclose

let s:ignore = filter(copy(s:offered), {_, action -> action.title =~# '^Ignore .* on this line$'})[0]
call ale#codefix#ApplyLSPCodeAction(s:data, s:ignore)
call WaitFor('an ignore comment', {-> Text() !=# s:unchanged})
let s:seen.ignored = Text()
silent undo
let s:seen.undone = Text() ==# s:unchanged
let s:seen.completed = Complete('fl')
ALELint
call WaitFor('the diagnostics as they were', {-> len(Seen()) == len(s:seen.opened)})

call append('$', $ADDED)
ALELint
call WaitFor('other diagnostics', {-> len(Seen()) > len(s:seen.opened)})
let s:seen.edited = Seen()
write

execute 'edit' fnameescape($SETTINGS)
let s:seen.settings = Complete('fr')
call writefile([json_encode(s:seen)], $OUT)
qall!
