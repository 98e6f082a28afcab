;; Opens FILE, chooses the code action of the dialogue, answers "Yes" to the questions in YES (one on a line) and "No" to
;; others, chooses START at the end, undoes and redoes, saves, and writes all to OUT.
(load (expand-file-name "eglot-session.el" (file-name-directory load-file-name)))
(set-buffer (find-buffer-visiting (getenv "FILE")))
(require 'cl-lib)

(defvar asked nil "The messages so far, the last one first.")
(defvar offered nil "The titles that were offered with the last message.")
(defvar told nil "The messages without actions.")
(defvar yes (split-string (getenv "YES") "\n"))

(defun choose (prompt collection &rest _)
  "Return what a person would choose from the titles in COLLECTION."
  (let ((titles (all-completions "" collection)))
    (cond ((seq-find (lambda (title) (string-prefix-p "Flask or Django? Ask me" title)) titles))
          (t (push prompt asked)
             (setq offered titles)
             (cond ((not (member "No" titles))
                    (or (car (member (getenv "START") titles)) (car (member "Add them" titles))))
                   ((seq-find (lambda (question) (string-search question prompt)) yes) "Yes")
                   (t "No"))))))

(defun told (&rest message) (push (apply #'format message) told))

(let ((buffer (current-buffer)) written undone)
  (buffer-enable-undo)
  (setq last-nonmenu-event ?x) ; the keyboard was used, so eglot asks in the minibuffer
  (cl-letf (((symbol-function 'completing-read) #'choose)
            ((symbol-function 'y-or-n-p) (lambda (&rest _) t)) ; eglot asks before it lets a server edit
            ((symbol-function 'eglot--message) #'told))
    (eglot-code-actions (point-min) (point-max) nil t)
    (wait-for "the end of the dialogue"
              (lambda () (seq-find (lambda (text) (string-match-p "undo to take it back" text)) told))))
  (with-current-buffer buffer
    (setq written (buffer-string))
    (primitive-undo 1 buffer-undo-list)
    (setq undone (buffer-string))
    (erase-buffer)
    (insert written))
  (save-some-buffers t)
  (with-temp-file (getenv "OUT")
    (insert (json-encode `((asked . ,(vconcat (reverse asked))) (offered . ,(vconcat offered))
                           (told . ,(vconcat (reverse told)))
                           (written . ,written) (undone . ,undone))))))
(eglot-shutdown (eglot-current-server) nil 5)
