/* What the screens of incoming mail share. Plain scripts: AUI and its jQuery are not needed for them to work. */
(function (window, document) {
  'use strict';

  var texts = {};

  /** A text by its key, with {0}, {1} filled in. */
  function text(key) {
    var values = Array.prototype.slice.call(arguments, 1);
    return (texts[key] || key).replace(/\{(\d)\}/g, function (all, index) {
      return values[index] === undefined ? all : String(values[index]);
    });
  }

  /** Makes an element; text never becomes markup. */
  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    [].concat(children || []).forEach(function (child) {
      made.append(child);
    });
    return made;
  }

  function message(kind, children) {
    return element('div', {'class': 'aui-message aui-message-' + kind}, children);
  }

  /** Sends JSON; answers with {status, body}, whatever the status. */
  function send(method, url, body, signal) {
    return window.fetch(url, {
      method: method,
      credentials: 'same-origin',
      headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-Atlassian-Token': 'no-check'},
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal
    }).then(function (response) {
      return response.text().then(function (content) {
        return {status: response.status, body: parsed(content)};
      });
    });
  }

  function parsed(content) {
    try {
      return JSON.parse(content);
    } catch (e) {
      return {};
    }
  }

  /** What to say when an answer is neither a success nor a list of errors about fields. */
  function failure(answer) {
    var errors = answer && answer.body && answer.body.errors;
    if (errors && errors.length) {
      return errors.map(function (error) { return error.message; }).join(' ');
    }
    return text(answer && (answer.status === 401 || answer.status === 403) ? 'error.session' : 'error.network');
  }

  /** Puts moments into the reader's time zone and the page's language. */
  function tellMoments(root) {
    var language = document.documentElement.lang || undefined;
    root.querySelectorAll('time.im-moment').forEach(function (time) {
      var moment = new Date(time.dateTime);
      if (!isNaN(moment)) {
        time.title = time.dateTime;
        time.textContent = moment.toLocaleString(language, {dateStyle: 'medium', timeStyle: 'short'});
      }
    });
  }

  window.IncomingMail = {
    text: text, element: element, message: message, send: send, failure: failure, tellMoments: tellMoments
  };

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('#incoming-mail-texts [data-key]').forEach(function (entry) {
      texts[entry.dataset.key] = entry.textContent;
    });
    document.documentElement.classList.add('im-scripted');
    document.querySelectorAll('.im-script-block').forEach(function (block) { block.hidden = false; });
    tellMoments(document);
  });
}(window, document));
