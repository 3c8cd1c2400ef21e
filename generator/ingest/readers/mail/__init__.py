"""Letters: e-mails that were saved one by one or by the box."""
