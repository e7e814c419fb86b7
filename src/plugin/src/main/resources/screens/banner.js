/* On pages of the administration: what administrators have to see to. Says nothing to others. */
(function (window, document) {
  'use strict';

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    children.forEach(function (child) { made.append(child); });
    return made;
  }

  function base() {
    var meta = document.querySelector('meta[name="ajs-context-path"]');
    return meta ? meta.content : (window.AJS && window.AJS.contextPath ? window.AJS.contextPath() : '');
  }

  function banner(notice) {
    return element('div', {'class': 'aui-message aui-message-' + (notice.severe ? 'error' : 'warning') + ' im-banner', role: 'status'}, [
      element('p', {'class': 'title'}, [element('strong', {}, [notice.title])]),
      element('p', {}, [(notice.text + (notice.code ? ' (' + notice.code + ') ' : ' ')),
        element('a', {href: base() + notice.path}, [notice.action])])
    ]);
  }

  function show(answer) {
    var place = document.querySelector('.aui-page-panel-content, #content, main');
    if (!place || !answer.notices) {
      return;
    }
    answer.notices.slice().reverse().forEach(function (notice) {
      // not where it is said already: the form of the mail server, and for what has failed the list
      var said = window.location.pathname === base() + notice.path
        || (notice.code && document.getElementById('incoming-mail-servers-page'));
      if (!said) {
        place.insertBefore(banner(notice), place.firstChild);
      }
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    window.fetch(base() + '/rest/incoming-mail/1.0/notices', {credentials: 'same-origin', headers: {Accept: 'application/json'}})
      .then(function (response) { return response.ok ? response.json() : {}; })
      .then(show)
      .catch(function () { /* a banner must never get in the way */ });
  });
}(window, document));
