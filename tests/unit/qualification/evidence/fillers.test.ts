// Fillers in the languages and systems that fill CRMs, and the real names that look like them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillers, noSuch, things } from '@/lib/qualification/evidence/fillers';
import { isDoubtfulFirm, isPlaceholder } from '@/lib/qualification/evidence/placeholder';

const everywhere = [
  ...['Select', 'Please select', '-- Select --', 'Select…', '--None--', '- None -', 'Unknown Company'],
  ...[
    'Company unknown',
    'Unknown (company)',
    '[not provided]',
    'Not Provided',
    'n/a',
    'TBD',
    'to be filled',
    '.',
  ],
  ...['Unknown', 'undefined', 'No company', 'Test Company', 'Dummy account', 'Test Account', 'company: tbd'],
  ...['asdf', 'ASDF', 'asdfgh', 'asdasdasd', 'qwertz', 'qwertzuiop', 'azerty', 'azertyuiop', 'qsdfg', 'yxcv'],
  ...[
    'zxcvbn',
    'lkjh',
    'sdfsdfsdf',
    'dfgdfgdfg',
    '1q2w3e',
    'aaaa',
    'bbbbbb',
    'xxxx',
    'йцукен',
    'фыва',
    'sdfhsdfk',
  ],
  ...[
    '12345',
    '123',
    '123456789',
    '1234567890',
    '00000',
    '1111',
    '000',
    '99999',
    '987654321',
    '+00 000 00000',
  ],
  ...[
    'First Name',
    'Last name',
    'Your company',
    'Company name',
    'your company name',
    'Firmenname',
    'Job Title',
  ],
  ...[
    'example@example.com',
    'test@test.com',
    'none@none.com',
    'noemail@noemail.com',
    'asdf@asdf.com',
    'na@na.com',
  ],
  ...[
    'name@company.com',
    'www.example.com',
    'example.com',
    'https://yourcompany.com/',
    'John Doe',
    'jane doe',
  ],
  ...[
    '{{contact.firstname}}',
    '{{ lead.Company }}',
    '{!Lead.Company}',
    '{!$User.Name}',
    '[[Company]]',
    '*|FNAME|*',
  ],
  ...[
    '%FIRSTNAME%',
    '%%emailaddr%%',
    '<<Company>>',
    '\u0024{company}',
    '{$name}',
    '[Company Name]',
    '{FirstName}',
  ],
  ...[
    '<FIRST_NAME>',
    '#FNAME#',
    '|LASTNAME|',
    '~Contact.FirstName~',
    '{% name %}',
    '<%= name %>',
    '##Company##',
  ],
  ...['{{company}} GmbH', '*|FNAME|* *|LNAME|*', '$FIRSTNAME$', '@company@', '{firstname:friend}'],
  ...['Privatperson', 'private person', 'particulier', 'persona física', 'pessoa física', 'persona fisica'],
  ...[
    'частное лицо',
    'физлицо',
    '个人',
    '個人',
    'شخص عادي',
    'privépersoon',
    'Nicht angegeben',
    'ohne Angabe',
  ],
  ...['bitte wählen', 'Bitte auswählen', 'non communiqué', 'à compléter', 'veuillez choisir', 'no informado'],
  ...[
    'não informado',
    'Não se aplica',
    'sem nome',
    'da compilare',
    'non pervenuto',
    'sconosciuto',
    'n.v.t.',
    'geen',
  ],
  ...[
    'onbekend',
    'nog in te vullen',
    'неизвестно',
    'не указано',
    'Н/Д',
    'уточняется',
    '未知',
    '待定',
    '暂无',
    '不明',
  ],
  ...[
    '未記入',
    '該当なし',
    '特になし',
    'テスト',
    '请选择',
    'غير معروف',
    'لا يوجد',
    'غير محدد',
    'لا أعرف',
    'null',
  ],
].filter((text) => text !== '');

const names = [
  ...[
    'None Such Ltd',
    'Select Comfort',
    'Select Medical',
    'Test Equipment Inc',
    'N26',
    'Unknown Worlds',
    'X',
    'HP',
  ],
  ...[
    'EY',
    'Null',
    'Na',
    'No',
    'Nil',
    'NA',
    'Q',
    '3M',
    '7-Eleven',
    '360',
    '42',
    '888 Holdings',
    '1&1',
    'AAA',
    'BBB',
  ],
  ...[
    'Azer',
    'Wert',
    'Kafka',
    'Dallas',
    'DHL',
    'HSBC',
    'GSK',
    'Blank',
    'Test',
    'None',
    'Unknown Pleasures Records',
  ],
  ...[
    'Private Equity Partners',
    'Privatbank',
    'Individual Software',
    'Particular Books',
    'Company of Heroes',
  ],
  ...[
    'Name Brands Inc',
    'Example Labs',
    'Dummy Records',
    'Demo Records',
    'Testa Produkte',
    'Fake Festival GmbH',
  ],
  ...[
    'No Name Studios',
    'Sans Souci Hotel',
    'Sin Sombra',
    'ann@example.com',
    'test.io',
    'acme.example',
    'info@test.de',
  ],
  ...[
    '100%',
    '[re]design',
    '{code}',
    '<br/> Studio',
    '%Arabica',
    '$AVE',
    'C# Corner',
    '@home',
    'Ohne GmbH',
    '空海',
  ],
  ...[
    '无印良品',
    '個人情報保護委員会',
    'なしの店',
    'شركة النور',
    'Нетология',
    'John Doherty',
    'Muster',
    '2023',
  ],
  ...[
    'Wipro',
    'Qwant',
    'Uiopa',
    'Lidl',
    'SDG',
    'Hjk',
    'Asda',
    'Foo Foo',
    'Bar',
    'Nada',
    'Offen',
    'Pending Studios',
  ],
];
const titles = [
  ...[
    'Test Lead',
    'Test Manager',
    'Test Engineer',
    'Private Banker',
    'Sample Coordinator',
    'No. 2',
    'Account Manager',
  ],
  ...[
    'Company Secretary',
    'Head of Unknowns',
    'Contact person',
    'Title clerk',
    'Selector',
    'Dummy maker',
    'Nanny',
  ],
];

describe('fillers', () => {
  it.each(everywhere)('%j says nothing in any field', (text) => {
    expect(isPlaceholder(text, { name: true })).toBe(true);
    // A class of firm or of person may be told so; a firm is not called so.
    if (!['个人', '個人'].includes(text)) expect(isPlaceholder(text)).toBe(true);
  });
  it.each(names)('%j is a name', (text) => expect(isPlaceholder(text, { name: true })).toBe(false));
  it.each(titles)('%j is a title', (text) => expect(isPlaceholder(text)).toBe(false));
  it.each(['Private', 'privat', 'Individual', 'company', 'Organisation', '0', 'NAME', 'Privé', 'Privato'])(
    'no firm is called %j, though a field may say it',
    (text) => {
      expect(isPlaceholder(text, { name: true })).toBe(true);
      expect(isPlaceholder(text)).toBe(false);
    },
  );
});

describe('around fillers', () => {
  const seeded = { seed: 14, numRuns: 500 };
  const filler = fc.constantFrom(...fillers);
  it('each is known in any case, and in any marks', () => {
    const mark = fc.constantFrom('', ' ', '.', '-', '--', '?', '"', '…');
    fc.assert(
      fc.property(filler, mark, mark, fc.boolean(), (text, before, after, upper) =>
        isPlaceholder(`${before}${upper ? text.toUpperCase() : text}${after}`),
      ),
      seeded,
    );
    fc.assert(
      fc.property(filler, (text) => isPlaceholder(`[${text}]`, { name: true })),
      seeded,
    );
  });
  it('none of them condemns a name that it only begins or ends', () => {
    const more = fc.constantFrom('Berg', 'GmbH', 'Engineer', 'Solutions', 'Ltd', '東京', 'Werke 4', 'S.A.');
    fc.assert(
      fc.property(filler, more, fc.boolean(), (text, other, first) => {
        const whole = first ? `${other} ${text}` : `${text} ${other}`;
        return !isPlaceholder(whole) && !isPlaceholder(whole, { name: true });
      }),
      seeded,
    );
  });
  it('a thing that is told to be none is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...noSuch), fc.constantFrom(...things), fc.boolean(), (no, thing, first) =>
        isPlaceholder(first ? `${no} ${thing}` : `${thing} (${no})`, { name: true }),
      ),
      seeded,
    );
  });
  it('a run of keys of any length is one, and a name of one or two letters never', () => {
    const row = fc.constantFrom(
      'qwertyuiop',
      'qwertzuiop',
      'azertyuiop',
      'asdfghjkl',
      'zxcvbnm',
      '1234567890',
    );
    fc.assert(
      fc.property(row, fc.integer({ min: 5, max: 10 }), fc.boolean(), (keys, length, back) => {
        const run = keys.slice(0, length);
        return isPlaceholder(back ? [...run].reverse().join('') : run, { name: true });
      }),
      seeded,
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,2}$/), (text) => !isPlaceholder(text, { name: true })),
      seeded,
    );
  });
  it('any word in the double marks of a merge tag is one', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z._ ]{0,20}$/);
    const marks = fc.constantFrom(
      ['{{', '}}'],
      ['{!', '}'],
      ['[[', ']]'],
      ['*|', '|*'],
      ['<<', '>>'],
      ['${', '}'],
      ['{$', '}'],
    );
    fc.assert(
      fc.property(word, marks, (text, [open = '', close = '']) =>
        isPlaceholder(`${open}${text}${close}`, { name: true }),
      ),
      seeded,
    );
  });
});

describe('the name of a new firm', () => {
  it.each([
    'None',
    'Test',
    'Unknown',
    'n/a',
    'XXX',
    'Nothing',
    '{{company}}',
    '[not provided]',
    'abc',
    'Company',
  ])('%j is asked for', (text) => expect(isDoubtfulFirm(text)).toBe(true));
  it.each(['X', 'HP', 'EY', 'Na', 'N26', 'AAA', 'None Such Ltd', 'Unknown Worlds', 'Acme'])(
    '%j is taken',
    (text) => expect(isDoubtfulFirm(text)).toBe(false),
  );
});
