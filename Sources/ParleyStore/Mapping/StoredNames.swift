import JournalWire

// The stored form by shorter names.
typealias StoredHeader = Parley_Journal_V1_Header
typealias StoredFacts = Parley_Journal_V1_Facts
typealias StoredEvent = Parley_Journal_V1_Facts.OneOf_Event
typealias StoredWords = Parley_Journal_V1_Words
