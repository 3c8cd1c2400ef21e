"""Pure text in, text out: decoding, repair, Arabic, dates, Markdown and HTML. No files, no clock, no state."""
