// The page's facts, where apps of Confluence look for them.
(function () {
    var AJS = window.AJS = window.AJS || {};
    var WRM = window.WRM = window.WRM || {};
    function meta(name) {
        var element = document.querySelector('meta[name="ajs-' + name + '"]');
        return element ? element.content : undefined;
    }
    AJS.Meta = AJS.Meta || {
        get: meta,
        getBoolean: function (name) { return meta(name) === 'true'; },
        getNumber: function (name) { return Number(meta(name)); }
    };
    AJS.contextPath = function () { return window.contextPath; };
    WRM.contextPath = WRM.contextPath || AJS.contextPath;
    AJS.I18n = AJS.I18n || {};
    AJS.I18n.keys = AJS.I18n.keys || {};
    WRM.I18n = WRM.I18n || AJS.I18n;
    // fills {0}, {1}, ... as the text's MessageFormat on the server would
    AJS.format = AJS.format || function (text) {
        var values = arguments;
        return text.replace(/''/g, '\u0001').replace(/\{(\d+)\}/g, function (whole, index) {
            var value = values[Number(index) + 1];
            return value === undefined ? whole : value;
        }).replace(/\u0001/g, "'");
    };
    WRM.format = WRM.format || AJS.format;
}());

// Buttons that destroy something ask first.
document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-confirm]');
    if (button && !window.confirm(button.getAttribute('data-confirm'))) {
        event.preventDefault();
    }
});

// Buttons that copy the text of another element.
document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-copy-text]');
    if (!button) {
        return;
    }
    var text = document.getElementById(button.getAttribute('data-copy-text')).textContent;
    var say = function (word) {
        button.textContent = word;
        window.setTimeout(function () { button.textContent = 'Copy'; }, 2000);
    };
    var byHand = function () {
        var field = document.createElement('textarea');
        field.value = text;
        document.body.appendChild(field);
        field.select();
        var copied = document.execCommand('copy');
        field.remove();
        say(copied ? 'Copied' : 'Press Ctrl+C');
    };
    if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(text).then(function () { say('Copied'); }, byHand);
    } else {
        byHand();
    }
});
