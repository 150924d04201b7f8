"""From words that stand somewhere on a page to a text: columns, tables, paragraphs, running heads and feet."""
