"""Values of the user's own code: functions, modules, `super()`."""
