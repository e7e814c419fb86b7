// Application links: the copy button, and fields that follow what is chosen.
(function () {
    function byId(id) { return document.getElementById(id); }

    document.addEventListener('click', function (event) {
        var button = event.target.closest('[data-copy]');
        if (!button) {
            return;
        }
        var field = byId(button.getAttribute('data-copy'));
        var selection = window.getSelection();
        if (field.select) {
            field.select();
        } else {
            selection.selectAllChildren(field);
        }
        // without HTTPS browsers offer the old way only
        var copied = navigator.clipboard && window.isSecureContext
            ? navigator.clipboard.writeText(field.value || field.textContent)
            : Promise.resolve(document.execCommand('copy'));
        copied.then(function () { byId(button.id + '-done').textContent = 'Copied'; });
    });

    var cloud = byId('cloud');
    if (cloud) {
        var scopes = byId('scopes');
        var prefilled = Array.prototype.map.call(cloud.options, function (option) {
            return option.getAttribute('data-scopes');
        });
        var showEndpoints = function () {
            var signIn = cloud.selectedOptions[0].getAttribute('data-sign-in');
            byId('tenant-group').hidden = !signIn;
            byId('built-endpoints').hidden = !signIn;
            byId('endpoint-fields').hidden = !!signIn;
            if (signIn) {
                var base = 'https://' + signIn + '/' + (byId('tenant').value.trim() || '\u2026') + '/oauth2/v2.0/';
                byId('built-endpoints-text').textContent = base + 'authorize, ' + base + 'token';
            }
        };
        cloud.addEventListener('change', function () {
            var wanted = cloud.selectedOptions[0].getAttribute('data-scopes');
            // what somebody typed stays
            if (wanted && prefilled.indexOf(scopes.value.trim().replace(/\r/g, '')) >= 0) {
                scopes.value = wanted;
            }
            showEndpoints();
        });
        byId('tenant').addEventListener('input', showEndpoints);
        showEndpoints();
    }

    var redirect = document.querySelector('[data-after-endpoints]');
    if (redirect) {
        var showRedirect = function () {
            var ready = byId('authorizationEndpoint').value.trim() && byId('tokenEndpoint').value.trim();
            redirect.hidden = !ready;
            byId('redirect-url-later').hidden = !!ready;
        };
        byId('endpoint-fields').addEventListener('input', showRedirect);
        showRedirect();
    }
}());
