"""The id of a rule in VS Code is a link to the page about it."""

TITLE = "flask-login-without-throttling"
CODE = f".monaco-resizable-hover a.code-link:has-text('{TITLE}')"


def test_the_id_of_a_rule_in_the_hover_opens_its_page_beside_the_editor(editor):
    editor.go_to(2, 3)
    editor.hover(TITLE)
    editor.page.locator(CODE).first.click()
    page = editor.webview(TITLE)
    page.locator("h2", has_text="Use instead").wait_for()
    message = "Add Flask-Limiter: no package here limits login attempts (flask-login)."
    assert message in page.locator("pre").all_inner_texts()
