;; Opens FILE, chooses the code action of the dialogue, and lets a person answer.
(setq drivers (file-name-directory load-file-name))
(load (expand-file-name "eglot-session.el" drivers))
(load (expand-file-name "person.el" drivers))
(set-buffer (find-buffer-visiting (getenv "FILE")))
(buffer-enable-undo)
(setq last-nonmenu-event ?x) ; the keyboard was used, so eglot asks in the minibuffer
(cl-letf (((symbol-function 'completing-read) #'choose)
          ((symbol-function 'y-or-n-p) (lambda (&rest _) t)) ; eglot asks before it lets a server edit
          ((symbol-function 'eglot--message) #'tell))
  (eglot-code-actions (point-min) (point-max) nil t)
  (wait-for "the end of the dialogue" #'is-done))
(report (current-buffer))
(eglot-shutdown (eglot-current-server) nil 5)
