"""The only package that imports MkDocs: hands it the planned pages and, for each, one typed object for the templates."""
