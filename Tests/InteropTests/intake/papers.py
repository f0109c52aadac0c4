"""PDF and office documents, written by hand so that each can be wrong in one place: as programs make
them, and as nobody should. Each has a name and what becomes of it."""

import hashlib
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.sax.saxutils import escape

# PDF


def pdf_of(objects: dict[int, bytes], trailer: str = "/Root 1 0 R", version: str = "1.4") -> bytes:
    """A file of these objects with a table that tells where they are."""
    room = io.BytesIO()
    room.write(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    places = {}
    for number, body in objects.items():
        places[number] = room.tell()
        room.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = room.tell()
    size = max(objects) + 1
    room.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        place = places.get(number)
        room.write(b"%010d 00000 n \n" % place if place else b"0000000000 00000 f \n")
    room.write(b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), table))
    return room.getvalue()


def stream(data: bytes, entries: str = "", packed: bool = True, level: int = 9) -> bytes:
    if packed:
        data = zlib.compress(data, level)
        entries += " /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def shown(text: str) -> bytes:
    """The operators that write lines on a page."""
    lines = []
    for line in text.split("\n"):
        raw = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        lines.append(b"(%s) Tj T*" % raw)
    return b"BT /F1 11 Tf 14 TL 50 780 Td\n" + b"\n".join(lines) + b"\nET\n"


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf_objects(contents: list[bytes], page: str = "") -> dict[int, bytes]:
    """The objects of a document with these contents, one a page: 1 is the root, 3 the font."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        3: FONT,
    }
    for index, content in enumerate(contents):
        number = 10 + 2 * index
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> {page} >>"
        ).encode()
        objects[number + 1] = content
    return objects


def pdf(*pages: str, packed: bool = True) -> bytes:
    """A document with this text on its pages."""
    return pdf_of(pdf_objects([stream(shown(text), packed=packed) for text in pages]))


def scanned(pages: int = 1) -> bytes:
    """Pages that are pictures."""
    content = stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q\n")
    objects = pdf_objects([content] * pages)
    for number in list(objects):
        objects[number] = objects[number].replace(b"/Font << /F1 3 0 R >>", b"/XObject << /Im1 4 0 R >>")
    picture = bytes(range(256)) * 40
    objects[4] = stream(
        picture, "/Type /XObject /Subtype /Image /Width 128 /Height 80 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    return pdf_of(objects)


def filled_form(value: str, remark: str) -> bytes:
    """A page with a field that was filled in and a remark that was put on it."""
    objects = pdf_objects([stream(shown("Claim form"))], "/Annots [5 0 R 6 0 R]")
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>"
    objects[5] = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (reason) /V ({value}) /Rect [50 50 300 80] >>".encode()
    objects[6] = f"<< /Type /Annot /Subtype /Text /Contents ({remark}) /Rect [50 90 70 110] >>".encode()
    return pdf_of(objects)


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    at = 0
    for index in range(256):
        at = (at + box[index] + key[index % len(key)]) & 255
        box[index], box[at] = box[at], box[index]
    first = second = 0
    out = bytearray()
    for byte in data:
        first = (first + 1) & 255
        second = (second + box[first]) & 255
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) & 255])
    return bytes(out)


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(text: str, password: str) -> bytes:
    """A document under the standard handler of 40 bits (ISO 32000-1 §7.6.3); an empty password opens it
    to whoever asks, and only says what may be done with it."""
    user = (password.encode() + _PADDING)[:32]
    owner_key = hashlib.md5((b"owner" + _PADDING)[:32]).digest()[:5]
    owner = _rc4(owner_key, user)
    name = bytes(range(16))
    key = hashlib.md5(user + owner + struct.pack("<i", -64) + name).digest()[:5]
    own = hashlib.md5(key + struct.pack("<I", 11)[:3] + b"\0\0").digest()[:10]
    content = _rc4(own, zlib.compress(shown(text)))
    objects = pdf_objects([stream(content, "/Filter /FlateDecode", packed=False)])
    objects[5] = (
        f"<< /Filter /Standard /V 1 /R 2 /P -64 /O <{owner.hex()}> /U <{_rc4(key, _PADDING).hex()}> >>".encode()
    )
    return pdf_of(objects, f"/Root 1 0 R /Encrypt 5 0 R /ID [<{name.hex()}> <{name.hex()}>]")


def _bomb(byte: bytes, count: int) -> bytes:
    packer = zlib.compressobj(9)
    piece = byte * (1 << 20)
    out = [packer.compress(piece) for _ in range(count >> 20)]
    return b"".join(out) + packer.flush()


def _packed(data: bytes, entries: str = "/Filter /FlateDecode") -> bytes:
    return stream(data, entries, packed=False)


def bombed_pdfs() -> Iterator[tuple[str, bytes]]:
    """Documents of pages that unfold to far more than they are, behind one that can be read."""
    good = stream(shown("A page that can be read: oystercatcher."))
    yield "spaces without end", pdf_of(pdf_objects([good, _packed(_bomb(b" ", 128 << 20))]))
    yield "numbers without end", pdf_of(pdf_objects([good, _packed(_bomb(b"1 ", 256 << 20))]))
    text = b"BT /F1 9 Tf 1 0 0 1 9 9 Tm\n" + b"(Marsh) Tj 3 1 Td\n" * 2_000_000
    yield "a page of millions of words", pdf_of(pdf_objects([good, stream(text, level=1)]))
    twice = zlib.compress(_bomb(b" ", 128 << 20), 9)
    filters = "/Filter [/FlateDecode /FlateDecode]"
    yield "packed twice", pdf_of(pdf_objects([good, _packed(twice, filters)]))


def tricky_pdfs() -> Iterator[tuple[str, bytes]]:
    """Documents made to lead in circles, into depths and to numbers that are not true."""
    good = stream(shown("A page that can be read: oystercatcher."))
    many = "/Filter [" + "/FlateDecode " * 3_000 + "]"
    yield "filters without end", pdf_of(pdf_objects([good, _packed(zlib.compress(b"x"), many)]))
    yield "arrays in arrays", pdf_of(pdf_objects([good, stream(b"[" * 3_000_000)]))
    objects = pdf_objects([good])
    objects[10] = objects[10].replace(b">> >>", b">> /Odd " + b"[" * 400_000 + b"]" * 400_000 + b" >>", 1)
    yield "arrays in arrays in a page", pdf_of(objects)
    objects = pdf_objects([good])
    objects[10] = b"<< /Odd " * 300_000 + b">>" * 300_000
    yield "a page of dictionaries", pdf_of(objects)
    yield "states without end", pdf_of(pdf_objects([good, stream(b"q " * 5_000_000)]))
    objects = pdf_objects([good])
    objects[2] = objects[2].replace(b"/Count 1", b"/Count 2147483647")
    yield "two thousand million pages", pdf_of(objects)
    objects = pdf_objects([good])
    objects[2] = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"
    yield "a tree of pages in a circle", pdf_of(objects)
    objects = pdf_objects([good])
    objects[2] = b"<< /Type /Pages /Kids [" + b"10 0 R " * 300_000 + b"] /Count 300000 >>"
    yield "one page three hundred thousand times", pdf_of(objects)
    objects = pdf_objects([stream(b"/Fm1 Do " * 50)])
    objects[10] = objects[10].replace(b"/Font << /F1 3 0 R >>", b"/XObject << /Fm1 5 0 R >>")
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm1 5 0 R >> >>"
    objects[5] = stream(b"/Fm1 Do /Fm1 Do /Fm1 Do " * 20, form)
    yield "a form that draws itself", pdf_of(objects)
    objects = pdf_objects([stream(b"/Fm5 Do ")])
    objects[10] = objects[10].replace(b"/Font << /F1 3 0 R >>", b"/XObject << /Fm5 5 0 R >>")
    for number in range(5, 9):
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm{number + 1} {number + 1} 0 R >> >>"
        objects[number] = stream(b"/Fm%d Do " % (number + 1) * 100, form)
    objects[9] = stream(shown("Laugh"), "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 3 0 R >> >>")
    yield "a hundred million drawings", pdf_of(objects)
    data = pdf("Circle")
    yield "a table before itself", data.replace(b"/Size", b"/Prev %d /Size" % data.rindex(b"xref\n0"))
    objects = pdf_objects([good])
    objects[3] = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [3 0 R] /ToUnicode 5 0 R >>"
    ranges = b"begincmap 60000 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 60_000 + b"endbfrange"
    objects[5] = stream(ranges)
    yield "a font inside itself", pdf_of(objects)
    objects = pdf_objects([stream(b"BI /W 60000 /H 60000 /BPC 8 /CS /G ID " + b"\0" * 900 + b" EI")])
    yield "a picture larger than the file", pdf_of(objects)
    objects = pdf_objects([good], "/Annots [" + "5 0 R " * 200_000 + "]")
    objects[5] = b"<< /Type /Annot /Subtype /Text /Parent 5 0 R /Kids [5 0 R] /Contents (Dunnock) /Rect [0 0 9 9] >>"
    yield "remarks without end", pdf_of(objects)
    objects = pdf_objects([good])
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 5 0 R] >> >>"
    objects[5] = b"<< /FT /Tx /T (a) /Kids [5 0 R 5 0 R] /Parent 5 0 R /V (x) >>"
    yield "a form in a circle", pdf_of(objects)
    objects = pdf_objects([good])
    objects[11] = stream(shown("x")).replace(b"/Length", b"/Length 11 0 R /Was", 1)
    yield "a length in a circle", pdf_of(objects)
    yield "a page without end of width", pdf("Wide").replace(b"595 842", b"1e30 1e30")


def mutated_pdfs(count: int, seed: int = 20261126) -> Iterator[tuple[str, bytes]]:
    """Damage that is the same on every run: bytes, stretches, ends, numbers."""
    chance = random.Random(seed)
    sources = [
        pdf("Sanderling on page one.\nFees of EUR 4,100.", "Page two: knot."),
        pdf("Plain text of the snipe.", packed=False),
        scanned(), filled_form("Overdue since March", "Ask Tomas"), locked("Locked plover.", ""),
    ]
    for number in range(count):
        name = f"pdf {number}"
        yield name, _damaged(chance, sources[number % len(sources)])


def _damaged(chance: random.Random, source: bytes) -> bytes:
    data = bytearray(source)
    for _ in range(chance.choice((1, 1, 3, 12))):
        at = chance.randrange(len(data))
        match chance.randrange(6):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at] = chance.choice(b"\0\xff<>[]()/ 09")
            case 2:
                del data[at : at + chance.randrange(1, 60)]
            case 3:
                data[at:at] = data[at : at + chance.randrange(1, 200)]
            case 4:
                if len(data) > 200:
                    del data[max(100, at) :]
            case 5:
                place = next((index for index in range(at, len(data)) if 0x30 <= data[index] <= 0x39), at)
                data[place : place + 1] = chance.choice((b"-1", b"999999999", b"4294967296", b"0"))
        if len(data) < 2:
            break
    return bytes(data)


# Office documents

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument."


def packed(parts: dict[str, str | bytes], stored: tuple[str, ...] = ()) -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content, zipfile.ZIP_STORED if path in stored else None)
    return room.getvalue()


def content_types(types: dict[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{path}" ContentType="{_TYPE}{kind}+xml"/>' for path, kind in types.items())
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _words(*paragraphs: str) -> str:
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(each)}</w:t></w:r></w:p>' for each in paragraphs)


def docx_parts(*paragraphs: str, header="", footnote="", comment="", body="") -> dict[str, str]:
    """The parts of a document, in the order programs put them."""
    types = {"word/document.xml": "wordprocessingml.document.main"}
    parts = {}
    for kind, root, text in (("header1", "hdr", header), ("footnotes", "footnotes", footnote), ("comments", "comments", comment)):
        if text:
            types[f"word/{kind}.xml"] = f"wordprocessingml.{kind.rstrip('1')}"
            parts[f"word/{kind}.xml"] = f'{_XML}<w:{root} xmlns:w="{_WORD}">{_words(text)}</w:{root}>'
    document = f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{_words(*paragraphs)}{body}<w:sectPr/></w:body></w:document>'
    return {"[Content_Types].xml": content_types(types), "_rels/.rels": f"{_XML}<Relationships/>", **parts, "word/document.xml": document}


def docx(*paragraphs: str, **beside) -> bytes:
    return packed(docx_parts(*paragraphs, **beside))


def xlsx(rows: list[list], inline: str = "", name: str = "Payments") -> bytes:
    """One sheet; texts are shared strings, numbers stand in their cells."""
    strings = [str(cell) for row in rows for cell in row if isinstance(cell, str)]
    cells = iter(range(len(strings)))
    body = "".join(
        "<row>" + "".join(
            f'<c t="s"><v>{next(cells)}</v></c>' if isinstance(cell, str) else f"<c><v>{cell}</v></c>" for cell in row
        ) + "</row>"
        for row in rows
    )
    if inline:
        body += f'<row><c t="inlineStr"><is><t>{escape(inline)}</t></is></c></row>'
    types = {
        "xl/workbook.xml": "spreadsheetml.sheet.main", "xl/worksheets/sheet1.xml": "spreadsheetml.worksheet",
        "xl/sharedStrings.xml": "spreadsheetml.sharedStrings",
    }
    return packed({
        "[Content_Types].xml": content_types(types),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_SHEET}"><sheets><sheet name="{escape(name)}" sheetId="1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{_SHEET}"><sheetData>{body}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_SHEET}">' + "".join(f"<si><t>{escape(each)}</t></si>" for each in strings) + "</sst>",
    })


def pptx(*slides: str, notes: str = "") -> bytes:
    def slide(root: str, text: str) -> str:
        return f'{_XML}<p:{root} xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}"><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:{root}>'

    types = {"ppt/presentation.xml": "presentationml.presentation.main"}
    parts = {"ppt/presentation.xml": f'{_XML}<p:presentation xmlns:p="{_SLIDE}"/>'}
    for number, text in enumerate(slides, 1):
        types[f"ppt/slides/slide{number}.xml"] = "presentationml.slide"
        parts[f"ppt/slides/slide{number}.xml"] = slide("sld", text)
    if notes:
        types["ppt/notesSlides/notesSlide1.xml"] = "presentationml.notesSlide"
        parts["ppt/notesSlides/notesSlide1.xml"] = slide("notes", notes)
    return packed({"[Content_Types].xml": content_types(types), **parts})


def opendocument(kind: str, *paragraphs: str, header: str = "", is_locked: bool = False) -> bytes:
    """`text`, `spreadsheet` or `presentation`."""
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    texts = "".join(f"<text:p>{escape(each)}</text:p>" for each in paragraphs)
    if kind == "spreadsheet":
        table = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        cells = "".join(f"<table:table-cell><text:p>{escape(each)}</text:p></table:table-cell>" for each in paragraphs)
        texts = f"<table:table {table}><table:table-row>{cells}</table:table-row></table:table>"
    styles = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    locked_entry = "<manifest:encryption-data/>" if is_locked else ""
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"{_XML}<office:document-content {spaces}><office:body><office:{kind}>{texts}</office:{kind}></office:body></office:document-content>",
        "styles.xml": (
            f"{_XML}<office:document-styles {spaces} {styles}><text:p>unseen</text:p><style:header><text:p>{escape(header)}</text:p>"
            "</style:header></office:document-styles>"
        ),
        "META-INF/manifest.xml": f'{_XML}<manifest:manifest xmlns:manifest="urn:m">{locked_entry}</manifest:manifest>',
    }
    return packed(parts, stored=("mimetype",))


def old_office(mark: str = "WordDocument") -> bytes:
    """The beginning of a compound file, with the name of a stream in its directory."""
    return (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + b"\x3e\0\x03\0\xfe\xff\x09\0").ljust(512, b"\0") + mark.encode("utf-16-le").ljust(8_000, b"\0")


RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial Cyr;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\*\generator Writer;}{\info{\title Unseen}}"
    rb"\pard We agree on the \b wheatear\b0  of \'80 5,400.\par {\f1 \'d1\'f7\'b8\'f2} for \u8364?7 and \u-10179?\u-8704?.\par"
    rb"{\pict\pngblip 89504e470d0a1a0a}{\header Private header}{\*\annotation Not agreed!}{\field{\*\fldinst HYPERLINK x}{\fldrslt the link}}"
    rb"\cell one\cell two\row}"
)


def tricky_offices() -> Iterator[tuple[str, bytes]]:
    """Office documents made to reach elsewhere, or into depths."""
    good = docx_parts("Before the harm: oystercatcher.")
    document = good["word/document.xml"]

    def changed(part: str) -> bytes:
        return packed(good | {"word/document.xml": part})

    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    yield "entities in entities", changed(document.replace("<w:document", laughs + "<w:document"))
    outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "a file from outside", changed(document.replace("<w:document", outside + "<w:document").replace("Before", "&x;"))
    yield "elements in elements", changed(document.replace("</w:p>", "</w:p>" + "<w:p>" * 1_000_000))
    yield "a tag without end", changed(document.replace("</w:p>", '</w:p><w:p a="' + "x" * 5_000_000))
    yield "a remark without end", changed(document.replace("</w:p>", "</w:p><!-- " + "x" * 5_000_000))
    yield "parts without end", packed(good | {f"word/{number}.xml": "" for number in range(6_000)})
    yield "a path out of it", packed(good | {"../../etc/passwd": "x"})
    yield "a list of parts without end", packed(good | {"[Content_Types].xml": content_types({f"w/{n}": "x" for n in range(30_000)})})
    yield "cells of strings that are not there", xlsx([["x", 1]]).replace(b"<v>0</v>", b"<v>9</v>")
    yield "groups in groups", b"{\\rtf1 oystercatcher " + b"{" * 2_000_000
    yield "a document without end", b"{\\rtf1 " + b"oystercatcher " * 12_000
    yield "more bytes than there are", b"{\\rtf1 oystercatcher\\par\\bin2147483647 }"


def bombed_offices() -> Iterator[tuple[str, bytes]]:
    """Office documents that unfold to far more than they are."""
    good = docx_parts("Before the harm: oystercatcher.")
    document = good["word/document.xml"]

    def changed(part: str) -> bytes:
        return packed(good | {"word/document.xml": part})

    yield "spaces without end", changed(document.replace("</w:p>", "</w:p>" + " " * (160 << 20)))
    yield "words without end", changed(document.replace("</w:p>", "</w:p>" + _words("marsh " * 2_000) * 9_000))
    yield "empty tags without end", changed(document.replace("</w:p>", "</w:p>" + "<w:b/>" * 6_000_000))
    yield "a part of zeros", changed("\0" * (64 << 20))
    yield "a bomb beside the text", packed(good | {"word/media/image1.png": b"\0" * (64 << 20)})
    yield "strings without end", xlsx([["plover " * 4_000, number] for number in range(3_000)])


def mutated_offices(count: int, seed: int = 20261127) -> Iterator[tuple[str, bytes]]:
    """Damage to the archives, and to the XML inside whole archives."""
    chance = random.Random(seed)
    sources = [
        docx("The linnet was delivered.", "Fees & costs", header="Head", footnote="Note", comment="Remark"),
        xlsx([["Invoice", 118], ["Paid", 8400.5]], inline="Inline"), pptx("A slide", notes="A note"),
        opendocument("text", "A paragraph", header="Head"), RTF,
    ]
    for number in range(count):
        source = sources[number % len(sources)]
        if number % 2 or source is RTF:
            yield f"office {number}", _damaged(chance, source)
            continue
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(list(parts))
        yield f"office {number}", packed(parts | {name: _damaged(chance, parts[name])})
