import CPoppler
import Glibc

/// Takes the text of a PDF: what stands on its pages, also where it is written invisibly behind a scanned
/// picture, what was filled into its forms, and remarks put on it. Text under a black box is text of the
/// file and is taken like any other.
///
/// Pages are read one by one and each is let go before the next. What does not end, or takes more memory
/// than there is, is ended by ``LetterInReserve`` with what the pages before gave.
enum PDFReading {
  /// Reads the file into the text. Refuses, with what was taken until then, a document that is locked
  /// with a password, is damaged, or holds no text. One that only forbids copying is read.
  static func read(_ file: InputFile, into taken: TakenText) throws {
    // The library reads from the start of an open file, and keeps it open: the process ends with it.
    guard file.start == 0 else { throw IntakeRefusal(.failed, "The file cannot be read.") }
    var fault: UnsafeMutablePointer<GError>?
    guard let document = poppler_document_new_from_fd(file.descriptor, nil, &fault) else {
      throw refusal(fault)
    }
    let count = Int(poppler_document_get_n_pages(document))
    guard count > 0 else {
      throw IntakeRefusal(.malformed, "The document has no page that can be read.")
    }
    taken.count(pages: count)
    for number in 0..<min(count, Limits.pdfPagesMax) {
      guard !taken.isFull else { break }
      guard let page = poppler_document_get_page(document, Int32(number)) else {
        throw IntakeRefusal(.malformed, "Page \(number + 1) of the document cannot be read.")
      }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      try taken.add(page: text(of: page))
      if number + 1 < count, taken.isFull || number + 1 == Limits.pdfPagesMax { taken.cut() }
    }
    guard taken.byteCount > 0 else {
      throw IntakeRefusal(
        .noText, "It holds no text, as a scanned picture of a page does not.")
    }
  }

  private static func refusal(_ fault: UnsafeMutablePointer<GError>?) -> IntakeRefusal {
    defer { if let fault { g_error_free(fault) } }
    let isLocked =
      fault.map {
        $0.pointee.domain == poppler_error_quark()
          && UInt32(bitPattern: $0.pointee.code) == POPPLER_ERROR_ENCRYPTED.rawValue
      } ?? false
    return isLocked
      ? IntakeRefusal(.encrypted, "The document is locked with a password.")
      : IntakeRefusal(.malformed, "The document is damaged.")
  }

  /// Everything that is written on a page, with an empty line behind it; empty where there is nothing.
  private static func text(of page: OpaquePointer) -> String {
    var parts: [String] = []
    if let found = poppler_page_get_text(page) {
      defer { g_free(found) }
      parts.append(PrintedLines.joined(String(cString: found)))
    }
    parts += fields(of: page) + remarks(on: page)
    let text = parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    return text.isEmpty ? "" : text + "\n\n"
  }

  /// What was filled into the form; passwords are not.
  private static func fields(of page: OpaquePointer) -> [String] {
    guard let mapping = poppler_page_get_form_field_mapping(page) else { return [] }
    defer { poppler_page_free_form_field_mapping(mapping) }
    return elements(of: mapping, as: PopplerFormFieldMapping.self).compactMap { mark in
      guard let field = mark.field else { return nil }
      switch poppler_form_field_get_field_type(field) {
      case POPPLER_FORM_FIELD_TEXT:
        guard poppler_form_field_text_is_password(field) == 0 else { return nil }
        return owned(poppler_form_field_text_get_text(field))
      case POPPLER_FORM_FIELD_CHOICE: return chosen(in: field)
      default: return nil
      }
    }
  }

  private static func chosen(in field: OpaquePointer) -> String? {
    let count = min(Int(poppler_form_field_choice_get_n_items(field)), Limits.pageMarksMax)
    guard count > 0 else { return nil }
    let items = (0..<Int32(count)).compactMap { index in
      poppler_form_field_choice_is_item_selected(field, index) == 0
        ? nil : owned(poppler_form_field_choice_get_item(field, index))
    }
    return items.isEmpty ? nil : items.joined(separator: "\n")
  }

  /// What was written on the page as a remark; links and fields of forms are marks as well, without words
  /// of their own, and a window that opens repeats those of its remark.
  private static func remarks(on page: OpaquePointer) -> [String] {
    guard let mapping = poppler_page_get_annot_mapping(page) else { return [] }
    defer { poppler_page_free_annot_mapping(mapping) }
    let wordless = [POPPLER_ANNOT_LINK, POPPLER_ANNOT_WIDGET, POPPLER_ANNOT_POPUP]
    return elements(of: mapping, as: PopplerAnnotMapping.self).compactMap { mark in
      guard let remark = mark.annot, !wordless.contains(poppler_annot_get_annot_type(remark))
      else { return nil }
      return owned(poppler_annot_get_contents(remark))
    }
  }

  private static func elements<Mark>(
    of list: UnsafeMutablePointer<GList>, as type: Mark.Type
  ) -> [Mark] {
    var found: [Mark] = []
    var next: UnsafeMutablePointer<GList>? = list
    while let element = next, found.count < Limits.pageMarksMax {
      if let mark = element.pointee.data {
        found.append(mark.assumingMemoryBound(to: Mark.self).pointee)
      }
      next = element.pointee.next
    }
    return found
  }

  private static func owned(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }
}
