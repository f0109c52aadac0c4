enum PlaceholderParleyCommands {}
