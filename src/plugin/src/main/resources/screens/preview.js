/* What rules would make of the latest messages. */
(function (window, document) {
  'use strict';

  var mail = window.IncomingMail;
  var lozenges = {PAGE: 'success', BLOG_POST: 'success', COMMENT: 'success', REJECT: 'moved', HOLD: 'inprogress',
    CONFIRM: 'inprogress'};

  function row(message) {
    var what = [mail.element('span', {'class': 'aui-lozenge aui-lozenge-' + lozenges[message.kind]},
      mail.text('preview.kind.' + message.kind))];
    if (message.title) {
      what.push(' ', message.space + ': ' + message.title);
    }
    if (message.reason) {
      what.push(mail.element('div', {}, [message.reason, ' ',
        mail.element('code', {'class': 'im-code'}, message.code)]));
    }
    return mail.element('tr', {}, [
      mail.element('td', {'class': 'im-nowrap'}, mail.element('time', {'class': 'im-moment', datetime: message.received},
        message.received)),
      mail.element('td', {'class': 'im-subject'}, [mail.element('strong', {}, message.subject || ''),
        mail.element('br'), message.sender || '']),
      mail.element('td', {}, message.rule || '-'),
      mail.element('td', {}, what),
      mail.element('td', {'class': 'im-detail'}, message.trust
        ? [mail.text('preview.trust.' + message.trust), mail.element('div', {'class': 'im-hint'}, message.evidence)] : '-')
    ]);
  }

  function table(messages) {
    var heads = ['received', 'message', 'rule', 'outcome', 'trust'].map(function (name) {
      return mail.element('th', {scope: 'col'}, mail.text('preview.' + name));
    });
    return mail.element('div', {'class': 'im-scroll'}, mail.element('table', {'class': 'aui im-preview'}, [
      mail.element('thead', {}, mail.element('tr', {}, heads)),
      mail.element('tbody', {}, messages.map(row))
    ]));
  }

  mail.preview = function (place, button, url, rules, refused) {
    button.disabled = true;
    place.replaceChildren(mail.element('p', {'class': 'im-running'}, [
      mail.element('span', {'class': 'im-spinner', 'aria-hidden': 'true'}), mail.text('preview.running')]));
    mail.send('POST', url, rules).then(function (answer) {
      if (answer.status !== 200) {
        place.replaceChildren();
        refused(answer);
      } else if (answer.body.messages.length) {
        place.replaceChildren(mail.element('h2', {}, mail.text('preview.title')), table(answer.body.messages));
        mail.tellMoments(place);
      } else {
        place.replaceChildren(mail.message('info', mail.element('p', {}, mail.text('preview.empty'))));
      }
    }, function () {
      place.replaceChildren(mail.message('error', mail.element('p', {}, mail.text('error.network'))));
    }).then(function () { button.disabled = false; });
  };
}(window, document));
