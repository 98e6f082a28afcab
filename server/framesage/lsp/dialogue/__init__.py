"""The consultation in an editor: messages with answers to choose, and edits that write them."""
