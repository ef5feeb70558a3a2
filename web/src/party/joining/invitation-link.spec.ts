import { codeOfText, invitationLink } from './invitation-link.js';

describe('the link of an invitation', () => {
  it('carries the code where no server is sent it', () => {
    const link = invitationLink('https://sepikul.id', 'AbC_-1');
    expect(new URL(link).pathname).toBe('/undangan');
    expect(codeOfText(link)).toBe('AbC_-1');
  });

  it.each([
    [' AbC_1\n', 'AbC_1'],
    ['#AbC_1', 'AbC_1'],
    ['', ''],
  ])('of %j is %j', (text, code) => {
    expect(codeOfText(text)).toBe(code);
  });
});
