;; Loads the snippet of the docs, opens FILE, types ADDED at its end, saves, and writes what it saw to OUT.
;; Debian byte-compiles packages for a flavor, and looks for them by this variable, which -Q leaves unset.
(setq debian-emacs-flavor 'emacs)
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/*"))
  (when (file-directory-p folder) (add-to-list 'load-path folder)))
(setq make-backup-files nil create-lockfiles nil eglot-sync-connect 15
      flymake-no-changes-timeout 0.1 eglot-send-changes-idle-time 0.1)

(defun wait-for (what condition)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun seen-now ()
  (vconcat (mapcar (lambda (one)
                     `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg one))))
                       (type . ,(format "%s" (flymake-diagnostic-type one)))
                       (text . ,(flymake-diagnostic-text one))))
                   (flymake-diagnostics))))

(load (getenv "SNIPPET"))
(require 'flymake)
(require 'json)
(find-file (getenv "FILE"))
;; eglot-ensure connects when Emacs next waits for the user, which a batch never does.
(run-hooks 'post-command-hook)
(wait-for "a connection" #'eglot-current-server)
(wait-for "diagnostics" (lambda () (flymake-start) (flymake-diagnostics)))
(let* ((opened (seen-now))
       (count (length opened))
       (hover (progn (goto-char (+ (point-min) 2))
                     (jsonrpc-request (eglot-current-server) :textDocument/hover
                                      (eglot--TextDocumentPositionParams)))))
  (goto-char (point-max))
  (insert (getenv "ADDED") "\n")
  (eglot--signal-textDocument/didChange)
  (wait-for "other diagnostics" (lambda () (flymake-start) (> (length (flymake-diagnostics)) count)))
  (let ((edited (seen-now)))
    (save-buffer)
    (with-temp-file (getenv "OUT")
      (insert (json-encode `((opened . ,opened) (edited . ,edited)
                             (hover . ,(plist-get (plist-get hover :contents) :value))))))))
(eglot-shutdown (eglot-current-server) nil 5)
