enum PlaceholderParleyService {}
