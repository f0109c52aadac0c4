/// The limits of the service, each with its reason. Clients read them by `GetLimits`.
package enum ServiceLimits {
  /// A file of e-mails that is to be taken apart: what its reader takes. The limits of files in
  /// evidence are the operator's, see ``EvidenceQuotas``.
  package static let mailFileBytesMax: Int64 = 256 * 1024 * 1024
  /// Exhibits of one dispute that their filer sees: a bundle of that many is read by nobody.
  package static let exhibitsMax = 10_000
  /// One piece of an upload or download: small enough to share a loop with other calls.
  package static let chunkBytesMax = 256 * 1024
  /// Uploads one person may have under way: each holds a descriptor and disk.
  package static let uploadsPerMemberMax = 8
  /// Disputes read at once for the aging of receivables: as many as a page of a list.
  package static let agingPageRows = 200
  /// How long an invitation opens something.
  package static let invitationDays = 14
  /// How long a code for a further device opens something: it opens an account that is in use.
  package static let signInCodeHours = 24
  /// Filed uploads whose exhibit is still told to who asks by the id of the upload.
  package static let filedUploadsKnownMax = 4_096
  /// How long an unfinished upload is held open for its next piece; afterwards it goes on from disk.
  package static let uploadIdleHours = 1
  /// How long an unfinished upload can be taken up again.
  package static let uploadDays = 7
  /// How long a session lasts without signing in again.
  package static let sessionDays = 30
  /// Codes from one connection may be guessed this often a minute at most; a code has 35 random bits
  /// and a check character.
  package static let codeTriesPerMinuteMax = 30
  /// How long a certificate made by `init` is valid; clients pin it, so it outlives a lease.
  package static let certificateDays = 1825
  /// Disputes that an e-mail is held against when none is named: those that changed last.
  package static let mailPlacesMax = 1_000
  /// What of an e-mail's text is looked through for invoices and money.
  package static let mailTextCharactersMax = 100_000
  /// What of the text of one file is searched: some 150 pages. Indexing it takes the writer less than a
  /// tenth of a second.
  package static let fileTextCharactersMax = 400_000
  /// Entries of an archive that are kept by name, and how long a name may be.
  package static let archiveEntriesKeptMax = 200
  package static let archivePathCharactersMax = 300
  /// Sentences about money that are pointed out in one e-mail.
  package static let mailSignsMax = 10
  /// A page of any list.
  package static let pageRowsMax = 200
  /// How far a development clock moves in one call: ten years.
  package static let clockAdvanceMillisecondsMax: Int64 = 10 * 366 * 86_400_000
  /// Zones of respondents held in memory: the system has some 600.
  package static let zonesHeldMax = 1_000
  /// Characters of a person's or an organization's name.
  package static let nameCharactersMax = 200
  /// Reads of any length (searches, lists over disputes, long ledgers) of one person that run or wait: as
  /// many as one connection has streams.
  package static let longReadsPerMemberMax = 100
  /// Payments and charges up to which an account is reckoned on a loop: some 50 microseconds.
  package static let shortLedgerFactsMax = 50
  /// Exhibits up to which a dispute is read on a loop.
  package static let shortRecordExhibitsMax = 500
  /// Bundles one person may have made at the same time: each holds the docket and its pages in memory.
  package static let exportsPerMemberMax = 2
}
