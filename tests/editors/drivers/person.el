;; A person who answers the dialogue in Emacs: "Yes" to the questions in YES (one on a line), "No" to others, and START at
;; the end. What was seen goes to OUT.
(require 'cl-lib)
(require 'json)
(require 'seq)

(defvar asked nil "The messages so far, the last one first.")
(defvar offered nil "The titles that were offered with the last message.")
(defvar told nil "The messages without actions.")
(defvar yes (split-string (getenv "YES") "\n"))

(defun choose (prompt collection &rest _)
  "Return what a person would choose from the titles in COLLECTION, which a message or a menu offers."
  (let ((titles (all-completions "" collection)))
    (or (seq-find (lambda (title) (string-prefix-p "Flask or Django? Ask me" title)) titles)
        (progn (push prompt asked)
               (setq offered titles)
               (cond ((not (member "No" titles))
                      (or (car (member (getenv "START") titles)) (car (member "Add them" titles))))
                     ((seq-find (lambda (question) (string-search question prompt)) yes) "Yes")
                     (t "No"))))))

(defun tell (&rest message) (push (apply #'format message) told))

(defun is-done () (seq-find (lambda (text) (string-match-p "undo to take it back" text)) told))

(defun report (buffer)
  "Undo the edit of BUFFER, make it again, save all files, and write what was seen."
  (with-current-buffer buffer
    (let ((written (buffer-string)) undone)
      (primitive-undo 1 buffer-undo-list)
      (setq undone (buffer-string))
      (erase-buffer)
      (insert written)
      ;; lsp-mode creates a file after it has visited it; a person tells Emacs to save it anyway.
      (dolist (edited (seq-filter #'buffer-file-name (buffer-list)))
        (with-current-buffer edited (set-visited-file-modtime)))
      (save-some-buffers t)
      (with-temp-file (getenv "OUT")
        (insert (json-encode `((asked . ,(vconcat (reverse asked))) (offered . ,(vconcat offered))
                               (told . ,(vconcat (reverse told)))
                               (written . ,written) (undone . ,undone))))))))
