enum PlaceholderParleyStore {}
