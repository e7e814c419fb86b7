/* The list of mail servers: test, fetch now, and asking before one is removed. */
(function (window, document) {
  'use strict';

  /** How often, once a second, a mailbox that is being checked is asked for again. */
  var PATIENCE = 60;

  var mail = window.IncomingMail;

  document.addEventListener('DOMContentLoaded', function () {
    var page = document.getElementById('incoming-mail-servers-page');
    if (!page) {
      return;
    }
    var rest = page.dataset.rest;
    var dialog = document.getElementById('im-remove-dialog');
    var opener = null;

    function place(id) {
      var row = page.querySelector('[data-result-of="' + id + '"]');
      row.hidden = false;
      return row.querySelector('.im-result');
    }

    function fetchNow(id, button) {
      var result = place(id);
      button.disabled = true;
      result.replaceChildren(mail.element('p', {'class': 'im-running'}, [
        mail.element('span', {'class': 'im-spinner', 'aria-hidden': 'true'}), mail.text('fetch.running')]));
      fetchWhenFree(id, PATIENCE).then(function (answer) {
        result.replaceChildren(answer.status === 200
          ? mail.fetched(answer.body)
          : mail.message('error', mail.element('p', {}, mail.failure(answer))));
        return refresh(id);
      }, function () {
        result.replaceChildren(mail.message('error', mail.element('p', {}, mail.text('error.network'))));
      }).then(function () { button.disabled = false; });
    }

    /** A check that is under way may be past the mail that somebody waits for: asks again when it has ended. */
    function fetchWhenFree(id, left) {
      return mail.send('POST', rest + '/servers/' + id + '/fetch', {}).then(function (answer) {
        return answer.status === 200 && answer.body.status === 'BUSY' && left > 0
          ? new Promise(function (wake) { window.setTimeout(wake, 1000); })
            .then(function () { return fetchWhenFree(id, left - 1); })
          : answer;
      });
    }

    /** Shows the new state of a server as the server itself would write it. */
    function refresh(id) {
      return window.fetch(window.location.pathname, {credentials: 'same-origin'}).then(function (response) {
        return response.ok ? response.text() : '';
      }).then(function (html) {
        var fresh = new window.DOMParser().parseFromString(html, 'text/html');
        ['.im-authentication', '.im-state', '.im-last-check'].forEach(function (cell) {
          var selector = '[data-server-id="' + id + '"] ' + cell;
          var now = fresh.querySelector(selector);
          if (now) {
            mail.tellMoments(now);
            page.querySelector(selector).replaceWith(document.importNode(now, true));
          }
        });
      });
    }

    function ask(row) {
      var form = dialog.querySelector('form');
      dialog.querySelector('.im-remove-name').textContent = row.dataset.serverName;
      form.action = form.dataset.base + row.dataset.serverId + '/remove';
      window.AJS.dialog2(dialog).show();
      document.getElementById('im-remove-cancel').focus();
    }

    page.addEventListener('click', function (event) {
      var button = event.target.closest('[data-action]');
      var row = button && button.closest('[data-server-id]');
      if (!row) {
        return;
      }
      var id = row.dataset.serverId;
      if (button.dataset.action === 'test') {
        mail.test(place(id), button, rest + '/servers/' + id + '/test', rest, {});
      } else if (button.dataset.action === 'fetch') {
        fetchNow(id, button);
      } else if (button.dataset.action === 'remove' && window.AJS && window.AJS.dialog2) {
        event.preventDefault();
        opener = button;
        ask(row);
      }
    });

    if (dialog) {
      document.getElementById('im-remove-cancel').addEventListener('click', function () {
        window.AJS.dialog2(dialog).hide();
        if (opener) {
          opener.focus();
        }
      });
    }
  });
}(window, document));
