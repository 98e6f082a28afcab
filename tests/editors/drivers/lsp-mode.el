;; Loads the documented configuration, opens FILE, appends ADDED, saves, and writes the results to OUT.
;; Debian byte-compiles packages for a flavor, and looks for them by this variable, which -Q leaves unset.
(setq debian-emacs-flavor 'emacs)
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/*"))
  (when (file-directory-p folder) (add-to-list 'load-path folder)))
(setq make-backup-files nil create-lockfiles nil lsp-auto-guess-root t lsp-enable-file-watchers nil
      lsp-session-file (expand-file-name "session" (getenv "HOME")))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "timed out waiting for %s" what))
      (accept-process-output nil 0.05))))

(defun diagnostics () (gethash (getenv "FILE") (lsp-diagnostics)))

(defun seen-now ()
  (vconcat (mapcar (lambda (diagnostic)
                     `((line . ,(lsp:position-line (lsp:range-start (lsp:diagnostic-range diagnostic))))
                       (type . ,(if (= 2 (lsp:diagnostic-severity? diagnostic)) "warning" "note"))
                       (text . ,(format "framesage [%s]: %s" (lsp:diagnostic-code? diagnostic)
                                        (lsp:diagnostic-message diagnostic)))))
                   (diagnostics))))

(load (getenv "SNIPPET"))
(require 'json)
(find-file (getenv "FILE"))
(lsp) ; lsp-deferred waits for the buffer to be shown, which a batch never does
(wait-for "diagnostics" #'diagnostics)
(let* ((opened (seen-now))
       (count (length opened))
       (hover (progn (goto-char (+ (point-min) 2))
                     (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
  (goto-char (point-max))
  (insert (getenv "ADDED") "\n")
  (wait-for "other diagnostics" (lambda () (> (length (diagnostics)) count)))
  (let ((edited (seen-now)))
    (save-buffer)
    (with-temp-file (getenv "OUT")
      (insert (json-encode `((opened . ,opened) (edited . ,edited)
                             (hover . ,(lsp:markup-content-value (lsp:hover-contents hover)))))))))
(setq lsp-restart 'ignore)
(lsp-workspace-shutdown (car (lsp-workspaces)))
