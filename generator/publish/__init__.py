"""Articles to pages: every fact one page needs about another is resolved here, before anything is rendered."""
