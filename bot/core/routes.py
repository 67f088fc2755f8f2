"""The doors beside this desk: where the law sends a matter that a department can't or may not decide."""

ROUTES = ("court", "arbitration", "mediation", "discipline", "review", "petition")
