import CPango

/// Text set in lines of a width. Owns the layout that the lines belong to.
final class SetText {
  struct Line {
    fileprivate let line: UnsafeMutablePointer<PangoLayoutLine>
    /// From the left edge of the text, in points.
    let indent: Double
    let ascent: Double
    let height: Double
  }

  let lines: [Line]
  private let layout: OpaquePointer

  init(_ text: String, _ style: TextStyle, width: Double, in context: OpaquePointer) {
    layout = pango_layout_new(context)
    let font = pango_font_description_from_string(style.font)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    if style.isRightAligned { pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
    // A hyphen at the end of a line would be read as one of a hash or a name.
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    let clean = PrintableText.clean(text)
    pango_layout_set_text(layout, clean, Int32(clamping: clean.utf8.count))
    lines = Self.lines(of: layout)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Draws a line with its upper edge and the text's left edge at a place.
  static func draw(_ line: Line, atX left: Double, y top: Double, on canvas: OpaquePointer) {
    cairo_move_to(canvas, left + line.indent, top + line.ascent)
    pango_cairo_show_layout_line(canvas, line.line)
  }

  private static func lines(of layout: OpaquePointer) -> [Line] {
    guard let walk = pango_layout_get_iter(layout) else { return [] }
    defer { pango_layout_iter_free(walk) }
    let scale = Double(PANGO_SCALE)
    var lines: [Line] = []
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(walk) else { break }
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(walk, nil, &logical)
      let baseline = pango_layout_iter_get_baseline(walk)
      lines.append(
        Line(
          line: line, indent: Double(logical.x) / scale,
          ascent: Double(baseline - logical.y) / scale, height: Double(logical.height) / scale))
    } while pango_layout_iter_next_line(walk) != 0
    return lines
  }
}
