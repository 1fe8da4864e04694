// Reads an answer to its end, but not for ever: a CRM, or whoever speaks for it, could send without end.
import { report } from '@/lib/diagnostics/report';

/** Characters. The largest answer that we ask for, the description of a large object, is a tenth of it. */
const MOST = 20_000_000;

/** The body as text; null where it breaks off, or is more than any answer of a CRM's: the rest is then not read. */
export async function wholeText({ body }: Response): Promise<string | null> {
  const reader = body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length <= MOST) continue;
      void reader.cancel();
      return null;
    }
    return text + decoder.decode();
  } catch (error) {
    report(error, 'crm.whole-text');
    return null;
  }
}
