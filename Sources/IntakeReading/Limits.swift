/// What a file may cost before it is refused, and what the process may use. Each has its reason.
package enum Limits {
  // MARK: Mail

  /// One message with everything in it: above what mail servers take (25 to 50 MiB is usual).
  package static let messageBytesMax: Int64 = 64 << 20
  /// Messages of one mailbox file: years of a thread; a whole office's mail is not a dispute's.
  package static let mailboxMessagesMax = 5_000
  /// One line of a mailbox or a header block that is searched for its end.
  package static let lineBytesMax = 1 << 20
  /// The headers of one message or part: what mail servers pass on is below 64 KiB.
  package static let headerBytesMax = 256 << 10
  /// Headers of one message or part. A chain of many relays, each signing, stays below 200.
  package static let headersMax = 1_000
  /// Parts of one message, those of attached messages counted in.
  package static let partsMax = 1_000
  /// Multiparts and attached messages inside each other. Long chains of forwards reach 20.
  package static let depthMax = 50
  /// Attachments of one message: each becomes an exhibit that people must look at.
  package static let attachmentsMax = 200
  /// Text of one message. A longer text part is kept as an attachment, whole.
  package static let textBytesMax = 1 << 20
  /// Everything decoded of one message, attached messages in base64 counted in.
  package static let decodedBytesMax: Int64 = 128 << 20
  /// Addresses in all fields of one message.
  package static let addressesMax = 2_000
  /// Message ids in References. Old threads of some lists have hundreds.
  package static let referencesMax = 500

  // MARK: Archives and other files

  /// Any other file: what one exhibit may hold.
  package static let fileBytesMax: Int64 = 256 << 20
  /// Entries listed of one archive.
  package static let archiveEntriesMax = 5_000
  /// What an archive may unfold to, over all entries.
  package static let archiveBytesMax: Int64 = 1 << 30
  /// Unfolded bytes for each packed byte. Text packs 10 to 20 times, a drawing 60; bombs a thousand.
  package static let archiveRatioMax: Int64 = 200
  /// Below this an archive may have any ratio: a small file of zeros harms nobody.
  package static let archiveRatioFloorBytes: Int64 = 8 << 20
  /// One path in an archive.
  package static let archivePathBytesMax = 1_024
  /// Bytes of a file that its type is told from; libmagic's rules look no further.
  package static let typeSampleBytes = 256 << 10

  // MARK: Documents

  /// Pages of a PDF that are looked at: scanned pages have no text that would fill the limit of text.
  package static let pdfPagesMax = 5_000
  /// Fields of forms and remarks read of one page: what a form of an authority has is below 500.
  package static let pageMarksMax = 2_000
  /// What the parts of an office document that are read may unfold to. A sheet of 100,000 rows is 30 MiB;
  /// mostly the limit of text comes first.
  package static let documentUnfoldedBytesMax: Int64 = 128 << 20
  /// The list of the parts of an office document.
  package static let partListBytesMax = 1 << 20
  /// One tag, remark or literal stretch of XML; of text this much is taken at once.
  package static let markupBytesMax = 256 << 10
  /// Elements of XML inside each other. Tables in tables in text boxes reach 60.
  package static let markupDepthMax = 500
  /// The strings that cells of a spreadsheet refer to: eight times what is searched of a file.
  package static let sharedStringsBytesMax = 8 << 20
  /// The text of one cell; spreadsheets take 32,767 characters.
  package static let cellBytesMax = 128 << 10
  /// A document in Rich Text Format, pictures in it counted in, which are written as digits.
  package static let rtfBytesMax: Int64 = 16 << 20
  /// Groups inside each other in Rich Text Format. Programs stay below 50.
  package static let rtfDepthMax = 500

  // MARK: Names and answers

  /// A name made safe: file systems take 255 bytes, and a suffix may be added.
  package static let nameBytesMax = 150
  /// The answer on standard output.
  package static let answerBytesMax = 4 << 20
  /// One read or write.
  package static let pieceBytes = 64 << 10

  // MARK: The process

  /// Processor time: reading the largest message takes about one second.
  package static let processorSecondsMax: UInt64 = 20
  /// Time after which a document is answered with the text taken so far. Below the processor time,
  /// which cannot run out before, and well below the 30 seconds the server waits. A page takes some
  /// milliseconds.
  package static let documentSecondsMax = 18
  /// An answer kept ready for the case that reading breaks off: type, text and reason, no contents.
  package static let reserveBytesMax = 4 << 10
  /// Life time, also when nobody waits for the answer any more.
  package static let lifeSecondsMax: UInt32 = 60
  /// Address space. The libraries and their tables take about 120 MiB; what a page of a PDF needs beside
  /// them is below 50 MiB, except for one made to need more.
  package static let addressSpaceBytesMax: UInt64 = 512 << 20
  /// The file that contents are put in: a message as it was, and all of it decoded.
  package static let spoolBytesMax: UInt64 = 256 << 20
}
