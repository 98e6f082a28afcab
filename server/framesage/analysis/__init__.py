"""From a project's facts to its traits, framework in use and verdict; no prose, no findings."""
