/* Shows what a connection test or a check of the mailbox found. */
(function (window) {
  'use strict';

  var mail = window.IncomingMail;
  var el = mail.element;

  function stage(result) {
    var details = Object.keys(result.details || {}).map(function (key) {
      return el('div', {'class': 'im-detail'}, [el('span', {'class': 'im-detail-name'}, mail.text('detail.' + key)), ' ', result.details[key]]);
    });
    var shade = {PASSED: ' aui-lozenge-success', FAILED: ' aui-lozenge-error', SKIPPED: ''}[result.verdict];
    return el('tr', {'data-stage': result.stage, 'data-verdict': result.verdict}, [
      el('th', {scope: 'row'}, mail.text('stage.' + result.stage)),
      el('td', {}, el('span', {'class': 'aui-lozenge' + shade}, mail.text('verdict.' + result.verdict))),
      el('td', {'class': 'im-nowrap'}, result.verdict === 'SKIPPED' ? '' : mail.text('test.milliseconds', result.tookMillis)),
      el('td', {}, details)
    ]);
  }

  function reason(failure) {
    var parts = [el('p', {'class': 'title'}, el('strong', {}, mail.text('test.failed', mail.text('stage.' + failure.stage))))];
    parts.push(el('p', {}, failure.cause));
    parts.push(el('p', {}, [failure.remedy, ' ', el('code', {'class': 'im-code'}, failure.code)]));
    if (failure.serverSaid) {
      parts.push(el('p', {'class': 'im-said'}, [mail.text('test.server-said'), ' ', el('q', {}, failure.serverSaid)]));
    }
    return mail.message('error', parts);
  }

  function passed(report) {
    var parts = [el('p', {'class': 'title'}, el('strong', {}, mail.text('test.passed')))];
    if (report.wanted !== undefined) {
      parts.push(el('p', {}, mail.text('test.wanted', report.wanted)));
    }
    return mail.message('success', parts);
  }

  function shown(report) {
    var parts = [
      report.passed ? passed(report) : reason(report.failure),
      el('table', {'class': 'aui im-stages'}, [
        el('caption', {'class': 'assistive'}, mail.text('test.title')), el('tbody', {}, report.stages.map(stage))])
    ];
    if (report.transcript) {
      parts.push(el('details', {'class': 'im-transcript'}, [
        el('summary', {}, mail.text('test.transcript')), el('pre', {tabindex: '0'}, report.transcript)]));
    }
    return parts;
  }

  /** Runs a test and shows how it goes in the given place; the button cannot be pressed twice. */
  mail.test = function (place, button, url, rest, body, onAnswer, query) {
    var run = String(Date.now()) + Math.random().toString(36).slice(2);
    var abort = new window.AbortController();
    var cancel = el('button', {type: 'button', 'class': 'aui-button aui-button-link'}, mail.text('cancel'));
    cancel.addEventListener('click', function () {
      mail.send('DELETE', rest + '/servers/test/' + run);
      abort.abort();
    });
    button.disabled = true;
    place.replaceChildren(el('p', {'class': 'im-running'}, [
      el('span', {'class': 'im-spinner', 'aria-hidden': 'true'}), mail.text('test.running'), ' ', cancel]));
    return mail.send('POST', url + '?run=' + run + (query ? '&' + query : ''), body, abort.signal).then(function (answer) {
      place.replaceChildren();
      if (answer.status === 200) {
        place.append.apply(place, shown(answer.body));
      } else if (!onAnswer || !onAnswer(answer)) {
        place.append(mail.message('error', el('p', {}, mail.failure(answer))));
      }
    }, function () {
      place.replaceChildren(abort.signal.aborted
        ? mail.message('info', el('p', {}, mail.text('test.cancelled')))
        : mail.message('error', el('p', {}, mail.text('error.network'))));
    }).then(function () { button.disabled = false; });
  };

  /** What a check of the mailbox did, as a message. */
  mail.fetched = function (report) {
    var counts = Object.keys(report.outcomes).filter(function (state) { return report.outcomes[state] > 0; });
    var parts = [el('p', {'class': 'title'}, el('strong', {}, mail.text('fetch.status.' + report.status)))];
    if (counts.length) {
      parts.push(el('ul', {}, counts.map(function (state) {
        return el('li', {'data-outcome': state}, mail.text('message.state.' + state) + ': ' + report.outcomes[state]);
      })));
    } else if (report.status === 'DONE') {
      parts.push(el('p', {}, mail.text('fetch.nothing')));
    }
    if (report.remaining > 0) {
      parts.push(el('p', {}, mail.text('fetch.remaining', report.remaining)));
    }
    return report.failure ? reason(report.failure) : mail.message(report.status === 'DONE' ? 'success' : 'warning', parts);
  };
}(window));
