"""What people see: message texts and buttons made from cases. Pure functions; no database, no sending."""
