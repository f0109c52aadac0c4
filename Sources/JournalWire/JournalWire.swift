enum PlaceholderJournalWire {}
