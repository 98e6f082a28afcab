"""What an assistant reads about the server and its tools, to know when to use them."""

from __future__ import annotations

INSTRUCTIONS = """\
Framesage advises whether a Python web project should use Flask or Django, from its dependency files
and a few answers, by published rules. Ask it before you recommend one of the two frameworks, and
before you add packages to a project that uses one. Pass its questions on to the user instead of
guessing the answers. It only reads local files.
"""

CHECK = """\
Check the dependency files of Python projects (pyproject.toml, requirements.txt, Pipfile, ...): \
which framework fits, what is missing (rate limiting, CSRF protection, migrations, ...), \
packages that do not work together, and releases without security fixes. Use it after changing \
dependencies of a Flask or Django project, or to review them. Returns findings with file and \
range, and a verdict for each project.
"""

EXPLAIN = """\
Explain whether Flask or Django fits an existing Python project: the verdict with its reasons \
and the lines they are based on, what each framework includes and which packages the other one \
needs, and what would change the verdict. Use it when the user asks why, or which framework \
their project should use.
"""

ASK = """\
Choose between Flask and Django for a new or existing web project. Use it whenever the user \
wants to start a Python web application or API and the framework is not decided. Pass the path \
of the project, or a description of the idea, and the user's answers so far. Returns the verdict \
so far with its reasons, the packages needed with each framework, and the next question with the \
id of its trait. Ask the user that question, and call again with all answers, until it returns \
no question.
"""

PATH = "Absolute path of a project folder or dependency file on this computer."
PROJECT = (
    "Absolute path of one project's folder or dependency file; empty for an idea without files."
)
DESCRIPTION = (
    "What is to be built, in an English sentence: 'An online shop for used books with accounts'."
)
ANSWERS = (
    "All answers so far: the id of each trait with 'yes', 'no' or 'unknown', "
    'as in {"needs-auth": "yes"}.'
)
