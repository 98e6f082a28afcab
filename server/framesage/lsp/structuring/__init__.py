"""From JSON to messages: what is understood of clients that this server does not know."""
