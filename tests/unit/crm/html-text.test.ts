// Note bodies: text survives the way to HTML and back; no HTML, however odd, does harm.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText, textToHtml } from '@/lib/util/html';

const lines = fc
  .array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim()))
  .map((all) => all.join('\n').trim());

describe('text to HTML', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(lines, (text) => void expect(htmlToText(textToHtml(text))).toBe(text)));
  });

  it('holds no markup but <br>', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(textToHtml(text).replaceAll('<br>', '')).not.toMatch(/[<>"']/);
      }),
    );
    expect(textToHtml('<img src=x onerror="a()">\r\nb & c')).toBe(
      '&lt;img src=x onerror=&quot;a()&quot;&gt;<br>b &amp; c',
    );
  });
});

describe('HTML to text', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['<div>one<br>two</div>three', 'one\ntwo\nthree'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['a<br/>b<BR />c', 'a\nb\nc'],
    ['<span style="color: red">red</span> &amp; <b>bold</b>', 'red & bold'],
    ['&lt;b&gt; &#60;i&#x3e; &unknown; &#1114112; &nbsp;x', '<b> <i> &unknown; &#1114112;  x'],
    ['<a href="https://x.example/?a=1>2">link</a>', 'link'],
    ['<script>alert("</p>")</script>seen<style>p{}</style>', 'seen'],
    ['<!-- <p>not</p> -->shown', 'shown'],
    ['3 < 4 and 5 > 4 <3', '3 < 4 and 5 > 4'],
    ['<p>cut <b', 'cut'],
    ['<!-- never closed', ''],
    ['<script>never closed', ''],
    ['', ''],
    ['plain\ntext\twith  spaces', 'plain text with  spaces'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('takes any input', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<', '>', '"', "'", '=', '</', '<!--', '-->', '&', ';', '<p', '<script', 'a', ' '),
        ),
        (parts) => void expect(typeof htmlToText(parts.join(''))).toBe('string'),
      ),
    );
  });

  it.each(['<', '</', '<a "', '<!--', '&', '&#', '<script>', '</scrip', '<p>', '<br>'])(
    'goes once through many of %s',
    (part) => {
      expect(htmlToText(part.repeat(200_000)).length).toBeLessThanOrEqual(part.length * 200_000);
    },
  );
});
