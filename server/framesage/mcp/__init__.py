"""The MCP server: tools for assistants that ask about a project. It needs the extra ``mcp``."""
