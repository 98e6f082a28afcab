"""``framesage ask``: the consultation in a terminal, in a pipe, and one step at a time."""
