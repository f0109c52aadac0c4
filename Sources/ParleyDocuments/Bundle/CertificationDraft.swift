import Mustache
import ParleyDomain
package import PrintKit

/// The draft of a certification that goes with a bundle, for a person to complete and sign: what a
/// qualified person states of records made by an electronic process and of copies known by their hash
/// (in the United States Federal Rules of Evidence 902(13) and 902(14), with 902(11) and written notice
/// beforehand). Parley signs none: it can say what it did, not answer for it.
package enum CertificationDraft {
  private static let template = """
    DRAFT, NOT SIGNED

    CERTIFICATION OF RECORDS OF AN ELECTRONIC PROCESS
    {{{caption}}}
    Dispute {{{reference}}}

    I, ______________________________ (name), ______________________________ (position),
    of ______________________________ (office), state:

     1. I am qualified to make this certification by reason of ______________________________
        ______________________________________________________________________________________.

     2. The records in the accompanying archive were made by Parley, a case manager that the
        office keeps in the regular course of its business. Entries are recorded when they are
        filed, by or from what was sent by the persons named in them.

     3. Parley stores each entry with a SHA-256 hash that includes the hash of the entry before it,
        and signs the last hash of each chain with an Ed25519 key. Files in evidence are stored
        under the SHA-256 hash they had when they were filed. The archive holds the entries as
        stored up to {{{moment}}}, and {{{exhibits}}}.

     4. The chains of the record end at:
    {{#heads}}          {{{.}}}
    {{/heads}}

     5. On ______________ (date) I computed the SHA-256 of manifest.json in that archive:
        ______________________________________________________________________________________
        and checked the archive with ______________________________ (program and version).
        Every file had the hash that the manifest states, and the signature was good.

     6. The process produces an accurate result. Exceptions known to me: ____________________
        ______________________________________________________________________________________.

    This certification speaks to how the records were made and kept. It does not say that what
    they state is true.

    I declare under penalty of perjury, or as the law of the forum has it, that this is correct.

    ______________________________          ______________________________
    Place and date                          Signature

    DRAFT, NOT SIGNED

    """

  /// The text of the draft.
  package static func text(
    _ cover: BundleCover, exhibitCount: Int, heads: [HeadLine]
  ) throws -> String {
    let values: [String: Any] = [
      "caption": cover.caption, "reference": cover.reference, "moment": cover.moment,
      "exhibits": exhibitCount == 1 ? "1 exhibit" : "\(exhibitCount) exhibits",
      "heads": heads.map { "\($0.compartment.code) \($0.sequence), \($0.hash)" },
    ]
    return try MustacheTemplate(string: template).render(values)
  }

  /// The draft to print.
  package static func page(_ cover: BundleCover, text: String) -> PrintedDocument {
    cover.page(
      "Certification",
      [.notice("DRAFT: a person completes, checks and signs this."), .verbatim(text)])
  }
}
