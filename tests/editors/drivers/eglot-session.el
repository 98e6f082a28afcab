;; Loads the documented configuration for eglot and opens FILE with it.
;; Debian byte-compiles packages for a flavor, and looks for them by this variable, which -Q leaves unset.
(setq debian-emacs-flavor 'emacs)
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/*"))
  (when (file-directory-p folder) (add-to-list 'load-path folder)))
(setq make-backup-files nil create-lockfiles nil eglot-sync-connect 15
      flymake-no-changes-timeout 0.1 eglot-send-changes-idle-time 0.1)

(defun handle-the-rest ()
  "Handle messages that were read together with an awaited reply.
Emacs 28 leaves them until the server sends more (`jsonrpc-request' throws out of the filter)."
  (let ((server (eglot-current-server)))
    (when server (jsonrpc--process-filter (jsonrpc--process server) ""))))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "timed out waiting for %s" what))
      (accept-process-output nil 0.05)
      (handle-the-rest))))

(load (getenv "SNIPPET"))
(require 'flymake)
(require 'json)
(find-file (getenv "FILE"))
;; eglot-ensure connects when Emacs next waits for the user, which a batch never does.
(run-hooks 'post-command-hook)
(wait-for "a connection" #'eglot-current-server)
