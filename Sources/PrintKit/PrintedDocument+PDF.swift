import CPango

extension PrintedDocument {
  /// The document as a PDF, A4, with its fonts inside. Throws where the libraries fail.
  ///
  /// Nothing in it comes from the clock or the process: the date it states is `statedTime`. Blocks for
  /// the time of the work, so not to be called on an event loop. Safe on any thread: each call has
  /// fonts and a canvas of its own.
  package func pdf() throws(PrintFault) -> [UInt8] {
    guard let fonts = pango_cairo_font_map_new() else {
      throw PrintFault(description: "no fonts")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(fonts)) }
    guard Self.hasAny(fonts) else { throw PrintFault(description: "no font is installed") }
    guard let context = pango_font_map_create_context(fonts) else {
      throw PrintFault(description: "no fonts")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    Self.neutralise(context)
    var composer = PageComposer(context: context)
    composer.add(title: title)
    for block in blocks { composer.add(block) }
    return try Self.withSink { sink throws(PrintFault) in
      try draw(composer, context, into: sink)
    }
  }

  /// Whether there is a font at all: pango ends the process where it finds none.
  private static func hasAny(_ fonts: UnsafeMutablePointer<PangoFontMap>) -> Bool {
    var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(fonts, &families, &count)
    g_free(families)
    return count > 0
  }

  /// Takes rounding to pixels out of the measures: a page has none.
  private static func neutralise(_ context: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_language(context, pango_language_from_string("en"))
    pango_context_set_round_glyph_positions(context, 0)
  }

  private static func withSink(
    _ body: (Unmanaged<ByteSink>) throws(PrintFault) -> Void
  ) throws(PrintFault) -> [UInt8] {
    let sink = ByteSink()
    try body(Unmanaged.passUnretained(sink))
    return sink.bytes
  }

  private func draw(
    _ composer: PageComposer, _ context: OpaquePointer, into sink: Unmanaged<ByteSink>
  ) throws(PrintFault) {
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, bytes, count in
        guard let closure, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, sink.toOpaque(), PageComposer.width, PageComposer.height)
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, PrintableText.clean(title))
    let stated = Self.iso(statedTime)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, stated)
    let canvas = cairo_create(surface)
    for (index, marks) in composer.pages.enumerated() {
      for mark in marks { Self.draw(mark, on: canvas) }
      let foot = SetText(
        "\(footer)\(footer.isEmpty ? "" : "  ·  ")page \(index + 1) of \(composer.pages.count)",
        .footer, width: PageComposer.textWidth, in: context)
      if let line = foot.lines.first, let canvas {
        let y = PageComposer.height - PageComposer.margin - 10
        SetText.draw(line, atX: PageComposer.margin, y: y, on: canvas)
      }
      cairo_show_page(canvas)
    }
    let drawn = cairo_status(canvas)
    cairo_destroy(canvas)
    cairo_surface_finish(surface)
    for status in [drawn, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw PrintFault(description: String(cString: cairo_status_to_string(status)))
    }
  }

  private static func draw(_ mark: PageComposer.Mark, on canvas: OpaquePointer?) {
    guard let canvas else { return }
    switch mark {
    case .line(let line, let x, let y): SetText.draw(line, atX: x, y: y, on: canvas)
    case .rule(let y, let weight):
      cairo_set_line_width(canvas, weight)
      cairo_move_to(canvas, PageComposer.margin, y)
      cairo_line_to(canvas, PageComposer.margin + PageComposer.textWidth, y)
      cairo_stroke(canvas)
    case .frame(let y, let height):
      cairo_set_line_width(canvas, 1.2)
      cairo_rectangle(canvas, PageComposer.margin, y, PageComposer.textWidth, height)
      cairo_stroke(canvas)
    }
  }

  /// `2026-11-07T09:15:02Z`, by the proleptic calendar.
  static func iso(_ seconds: Int64) -> String {
    let (day, second) = (floorDivided(seconds, by: 86_400), floorRest(seconds, by: 86_400))
    // Days from 1 March of the year 0, by eras of 400 years.
    let shifted = day + 719_468
    let era = floorDivided(shifted, by: 146_097)
    let dayOfEra = floorRest(shifted, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let date = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(civilMonth, 2))-\(padded(date, 2))"
      + "T\(padded(second / 3600, 2)):\(padded(second % 3600 / 60, 2)):\(padded(second % 60, 2))Z"
  }

  private static func floorDivided(_ number: Int64, by divisor: Int64) -> Int64 {
    (number - floorRest(number, by: divisor)) / divisor
  }

  private static func floorRest(_ number: Int64, by divisor: Int64) -> Int64 {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// Where the bytes of a PDF are gathered.
private final class ByteSink {
  var bytes: [UInt8] = []
}
