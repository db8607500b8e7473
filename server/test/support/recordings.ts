// Tiny recordings put together by hand, each valid as far as its container goes; the sound in them is silence.

/** Layer III, 32 kbit/s, 24 kHz: frames of 96 bytes. */
export function mp3Frames(count = 4): Buffer {
  const frame = Buffer.alloc(96)
  Buffer.from([0xff, 0xf3, 0x44, 0xc0]).copy(frame)
  return Buffer.concat(Array.from({ length: count }, () => frame))
}

export function id3(text: string): Buffer {
  const body = Buffer.concat([Buffer.from('TXXX\0\0\0\0\0\0', 'latin1'), Buffer.from(text)])
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, body.length >> 7, body.length & 0x7f]), body])
}

export function id3v1(text: string): Buffer {
  const tag = Buffer.alloc(128)
  tag.write(`TAG${text}`, 'latin1')
  return tag
}

/** AAC in ADTS: frames of 32 bytes. */
export function adtsFrames(count = 3): Buffer {
  const frame = Buffer.alloc(32)
  Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x04, 0x1f, 0xfc]).copy(frame)
  return Buffer.concat(Array.from({ length: count }, () => frame))
}

export function box(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

export function m4a({ handler = 'soun', tags = '' }: { readonly handler?: string; readonly tags?: string } = {}): Buffer {
  const track = box('trak', box('mdia', box('hdlr', Buffer.alloc(8), handler, Buffer.alloc(13))))
  const udta = tags === '' ? Buffer.alloc(0) : box('udta', box('\u00a9xyz', tags))
  return Buffer.concat([box('ftyp', 'M4A \0\0\0\0M4A isom'), box('moov', track, udta), box('mdat', Buffer.alloc(64, 7))])
}

export function wav(...extra: readonly Buffer[]): Buffer {
  const format = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0])
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), ...extra, chunk('data', Buffer.alloc(80, 9))])
  return chunk('RIFF', body)
}

export function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

export function webm(codec = 'A_OPUS'): Buffer {
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]), Buffer.from(`webm....${codec}`), Buffer.alloc(40)])
}

export function ogg(): Buffer {
  return Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), Buffer.alloc(22), Buffer.from('OpusHead\x01\x01', 'latin1'), Buffer.alloc(30)])
}

export function amr(): Buffer {
  return Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(32, 0x3c)])
}
