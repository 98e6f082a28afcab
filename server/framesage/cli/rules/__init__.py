"""``framesage rules``: one module per action."""
