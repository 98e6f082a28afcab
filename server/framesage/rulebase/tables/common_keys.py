"""Keys that several tables have."""

from __future__ import annotations

from framesage.rulebase.tables.schema import Key
from framesage.rulebase.tables.values import NEW_ID, PAGE, REFERENCES

ID_KEY = Key("id", NEW_ID, "The id, in kebab-case. It never changes.", required=True)
REFERENCES_KEY = Key("references", REFERENCES, "The sources.", required=True)
SOURCE_KEY = Key("source", PAGE, "A page that says so.", required=True)
