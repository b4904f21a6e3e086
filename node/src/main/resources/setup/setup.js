// The page of a setup. Every text stands here in English and Japanese; every answer is checked by the node.
const TEXTS = {
  node: ['1 of 5: what this node is called', '1/5 ノードの名称'],
  place: ['2 of 5: where data and backups lie', '2/5 データとバックアップの場所'],
  addresses: ['3 of 5: addresses and ports', '3/5 アドレスとポート'],
  keys: ['4 of 5: the keys of this node', '4/5 ノードの鍵'],
  partner: ['5 of 5: the first partner', '5/5 最初の相手'],
  finish: ['All is answered', 'すべて回答済みです'],
  'f.node': ['Nation and site, as JPN/ichigaya', '国と拠点（例 JPN/ichigaya）'],
  'f.nameEn': ['Name in English', '英語の名称'],
  'f.nameJa': ['Name in Japanese', '日本語の名称'],
  'f.exercise': ['Is everything on this node exercise?', 'このノードの内容はすべて訓練用ですか'],
  'f.data': ['Data folder', 'データフォルダー'],
  'f.backup': ['Backup folder on another disk; empty for none', '別のディスクのバックアップフォルダー（なければ空）'],
  'f.apiAddress': ['Address for people; 127.0.0.1 for this machine alone', '画面のアドレス（この端末だけなら 127.0.0.1）'],
  'f.apiPort': ['Port for people', '画面のポート'],
  'f.tlsCertificate': ['TLS certificate file (PEM), unless for this machine alone', 'TLS 証明書のファイル（PEM、この端末以外から使う場合）'],
  'f.tlsKey': ['Its private key file (PEM)', 'その秘密鍵のファイル（PEM）'],
  'f.linkAddress': ['Address where partners reach this node', '相手ノードが接続するアドレス'],
  'f.linkPort': ['Port for partners', '相手用のポート'],
  'f.clearance': ['Highest classification that may go there', '相手に渡してよい最高の秘密区分'],
  'f.caveats': ['Caveats it is briefed on, with commas', '相手に認める注意事項（コンマ区切り）'],
  'f.purposes': ['Purposes open to it, with commas', '相手に認める目的（コンマ区切り）'],
  's.clearance': [
    'Clearance of the site: the highest classification it may hold',
    '拠点の取扱資格（保有してよい最高の秘密区分）',
  ],
  's.caveats': ['Caveats the site is briefed on, with commas', '拠点に認める注意事項（コンマ区切り）'],
  's.purposes': ['Purposes open to the site, with commas', '拠点に認める目的（コンマ区切り）'],
  siteHint: [
    'This is a site of your own nation: it needs no agreement and no REL TO. What is national goes there, EYES ONLY too, up to its own clearance.',
    '自国の拠点です。協定や REL TO は不要で、EYES ONLY を含む自国の情報が、その拠点の取扱資格まで渡ります。',
  ],
  yes: ['yes', 'はい'],
  no: ['no', 'いいえ'],
  next: ['Next', '次へ'],
  write: ['Write the settings and start the node', '設定を書き込み、ノードを起動'],
  keysHint: [
    'The keys were made. Partners compare these words with you by telephone; they are also on the screen Keys later.',
    '鍵を作成しました。相手とは電話でこの言葉を照合します。後で「鍵」画面でも見られます。',
  ],
  saveCard: ['Save the card for partners', '相手に渡すカードを保存'],
  partnerHint: [
    'Choose the card file that the partner gave you, or paste its text. You can also go on without and enter partners later.',
    '相手から受け取ったカードのファイルを選ぶか、文字列を貼り付けてください。後で追加することもできます。',
  ],
  cardFile: ['Card file', 'カードのファイル'],
  cardText: ['or its text', 'またはカードの文字列'],
  read: ['Read the card', 'カードを読み取る'],
  without: ['Go on without a partner', '相手なしで進む'],
  compare: [
    'Call an officer there whom you know, at a number you know, and have the words read out to you.',
    '面識のある担当者に既知の番号で電話し、言葉を読み上げてもらって照合してください。',
  ],
  compared: ['All sixteen words were the same.', '16 語すべて一致しました。'],
  badCard: [
    'This is no node card that can be relied on; ask the partner for the file again.',
    'ノードカードとして読み取れません。相手からもう一度受け取ってください。',
  ],
  finishHint: [
    'The settings file is written now, without any secret in it, and the node starts. The terminal then shows the link for the first administrator.',
    '設定ファイル（秘密情報は含みません）を書き込み、ノードを起動します。続いて端末に最初の管理者用のリンクが表示されます。',
  ],
  done: [
    'Written. The node is starting; open the link for the first administrator that the terminal shows. Settings:',
    '書き込みました。ノードを起動しています。端末に表示される最初の管理者用リンクを開いてください。設定ファイル:',
  ],
  spent: [
    'This link was opened before or is too old. End the command in the terminal and run it again: your answers are kept.',
    'このリンクは使用済みか期限切れです。端末のコマンドを終了し、もう一度実行してください（回答は保存されています）。',
  ],
};
const FIELDS = {
  node: ['node', 'nameEn', 'nameJa', 'exercise'],
  place: ['data', 'backup'],
  addresses: ['apiAddress', 'apiPort', 'tlsCertificate', 'tlsKey', 'linkAddress', 'linkPort'],
};
const LEVELS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'];

let language = navigator.language.startsWith('ja') ? 'ja' : 'en';
let state = null;
let shown = null;
let partner = null;
const main = document.getElementById('main');
const t = (key) => TEXTS[key][language === 'ja' ? 1 : 0];

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && typeof value !== 'string') made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

async function ask(method, path, body) {
  const answer = await fetch(`/setup/${path}`, {
    method,
    headers: { 'Renkei-Page': '1', 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, json: await answer.json() };
}

function input(field, mistakes, asked = `f.${field}`) {
  const own = mistakes.filter((one) => one.field === field);
  const id = `f-${field}`;
  const value = state.values[field] ?? '';
  let box;
  if (field === 'exercise' || field === 'clearance') {
    box = element('select', { id, name: field });
    const options = field === 'exercise' ? ['no', 'yes'] : LEVELS;
    options.forEach((one) => box.append(element('option', { value: one }, field === 'exercise' ? t(one) : one)));
    box.value = value || options[0];
  } else {
    box = element('input', { id, name: field, autocomplete: 'off' });
    box.value = value;
  }
  if (own.length > 0) box.setAttribute('aria-invalid', 'true');
  return element('div', {}, element('label', { for: id }, t(asked)), box, ...own.map(alert));
}

const alert = (one) => element('p', { role: 'alert' }, one[language]);

function words(card) {
  const list = element('ol', { class: 'words' });
  for (let at = 0; at < 16; at += 4) {
    list.append(element('li', {}, ...card[language].slice(at, at + 4).map((word) => element('span', {}, word))));
  }
  return element('div', {}, element('p', {}, card.node), list, element('code', {}, card.fingerprint));
}

function values(form) {
  return Object.fromEntries(new FormData(form).entries());
}

async function send(step, answers) {
  const { status, json } = await ask('POST', step, answers);
  if (status === 422) {
    Object.assign(state.values, answers);
    draw(json.mistakes);
  } else {
    take(status, json);
  }
}

function take(status, json) {
  if (status === 200) {
    state = json;
    draw([]);
  } else {
    main.replaceChildren(element('p', { role: 'alert' }, t('spent')));
  }
}

function draw(mistakes) {
  document.documentElement.lang = language;
  if (shown !== null) {
    main.replaceChildren(element('p', {}, t('done')), element('code', {}, shown.file));
    return;
  }
  if (state === null) return;
  const step = state.next;
  const form = element('form', {});
  form.append(element('h2', {}, t(step)));
  mistakes.filter((one) => !(FIELDS[step] ?? ['clearance']).includes(one.field)).forEach((one) => form.append(alert(one)));
  let submit = element('button', { type: 'submit' }, t(step === 'finish' ? 'write' : 'next'));
  if (step === 'keys') {
    const link = element('a', { download: 'node.card', href: URL.createObjectURL(new Blob([state.own.text])) }, t('saveCard'));
    form.append(element('p', {}, t('keysHint')), words(state.own), link);
  } else if (step === 'partner') {
    submit = partnerFields(form, mistakes);
  } else if (step === 'finish') {
    form.append(element('p', {}, t('finishHint')));
  } else {
    FIELDS[step].forEach((field) => form.append(input(field, mistakes)));
  }
  form.append(submit);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(step, form);
  });
  main.replaceChildren(form);
  (form.querySelector('[aria-invalid]') ?? form.querySelector('input, select, button'))?.focus();
}

function partnerFields(form, mistakes) {
  if (partner === null) {
    const text = element('textarea', { id: 'card', rows: '6' });
    const file = element('input', { id: 'file', type: 'file' });
    file.addEventListener('change', async () => (text.value = await file.files[0].text()));
    const skip = element('button', { type: 'button' }, t('without'));
    skip.addEventListener('click', () => void send('partner', { clearance: 'UNCLASSIFIED' }));
    form.append(
      element('p', { class: 'hint' }, t('partnerHint')),
      element('label', { for: 'file' }, t('cardFile')),
      file,
      element('label', { for: 'card' }, t('cardText')),
      text,
      skip,
    );
    return element('button', { type: 'submit' }, t('read'));
  }
  const site = partner.node.split('/')[0] === state.values.node.split('/')[0];
  const submit = element('button', { type: 'submit', disabled: true }, t('next'));
  const compared = element('input', { type: 'checkbox' });
  compared.addEventListener('change', () => (submit.disabled = !compared.checked));
  form.append(
    element('p', {}, t('compare')),
    words(partner),
    element('label', { class: 'row' }, compared, ' ', t('compared')),
    ...(site ? [element('p', { class: 'hint' }, t('siteHint'))] : []),
    ...['clearance', 'caveats', 'purposes'].map((field) => input(field, mistakes, `${site ? 's' : 'f'}.${field}`)),
  );
  return submit;
}

async function go(step, form) {
  if (step === 'finish') {
    const { status, json } = await ask('POST', 'finish');
    if (status === 200) {
      shown = json;
      draw([]);
    } else {
      take(status, json);
    }
  } else if (step === 'partner' && partner === null) {
    const { status, json } = await ask('POST', 'card', { card: form.querySelector('#card').value });
    partner = status === 200 ? json : null;
    draw(partner ? [] : [{ field: 'card', en: TEXTS.badCard[0], ja: TEXTS.badCard[1] }]);
  } else if (step === 'partner') {
    await send(step, { ...values(form), card: partner.text, fingerprint: partner.fingerprint });
  } else {
    await send(step, values(form));
  }
}

for (const one of ['ja', 'en']) {
  document.getElementById(one).addEventListener('click', () => {
    language = one;
    draw([]);
  });
}

const link = new URLSearchParams(location.hash.slice(1)).get('setup');
history.replaceState(null, '', '/');
const begun = link === null ? await ask('GET', 'state') : await ask('POST', 'open', { link });
take(begun.status, begun.json);
